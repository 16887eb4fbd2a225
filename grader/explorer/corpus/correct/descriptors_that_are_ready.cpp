// finding: none
// Everything that is waited for is there already, or is not waited for: no call would wait in the kernel.
// Without descriptors, poll and select are sleeps.
#include <fcntl.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/ipc.h>
#include <sys/select.h>
#include <sys/sem.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cassert>
#include <cerrno>
#include <chrono>
#include <mutex>
#include <thread>

namespace {

void look_at(int fd) {
  pollfd query{.fd = fd, .events = POLLIN, .revents = 0};
  assert(poll(&query, 1, -1) == 1);
  const timespec second{.tv_sec = 1, .tv_nsec = 0};
  assert(ppoll(&query, 1, &second, nullptr) == 1);
  fd_set in;
  FD_ZERO(&in);
  FD_SET(fd, &in);
  assert(select(fd + 1, &in, nullptr, nullptr, nullptr) == 1);
  const int set = epoll_create1(0);
  epoll_event wanted{.events = EPOLLIN, .data = {.fd = fd}};
  assert(epoll_ctl(set, EPOLL_CTL_ADD, fd, &wanted) == 0);
  epoll_event got{};
  assert(epoll_wait(set, &got, 1, -1) == 1);
  close(set);
}

void look_in_vain(int fd) {
  pollfd query{.fd = fd, .events = POLLIN, .revents = 0};
  assert(poll(&query, 1, 0) == 0);
  std::array<char, 2> letters{};
  assert(recv(fd, letters.data(), 1, MSG_DONTWAIT) == -1 && errno == EAGAIN);
  assert(fcntl(fd, F_SETFL, O_NONBLOCK) == 0);
  assert(read(fd, letters.data(), 1) == -1 && errno == EAGAIN);
}

void take_what_is_there() {
  const int set = semget(IPC_PRIVATE, 1, 0600);
  sembuf operation{.sem_num = 0, .sem_op = 1, .sem_flg = 0};
  const bool opened = semop(set, &operation, 1) == 0;
  operation.sem_op = -1;
  const bool taken = semop(set, &operation, 1) == 0;
  operation.sem_flg = IPC_NOWAIT;
  const bool refused = semop(set, &operation, 1) == -1 && errno == EAGAIN;
  semctl(set, 0, IPC_RMID);
  assert(set < 0 || (opened && taken && refused));
}

}  // namespace

int main() {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) != 0) return 0;
  const int counter = eventfd(1, 0);
  std::mutex mutex;
  std::thread reader([&] {
    const std::scoped_lock lock(mutex);
    eventfd_t value = 0;
    assert(eventfd_read(counter, &value) == 0 && value == 1);
  });
  {
    const std::scoped_lock lock(mutex);
    assert(send(ends[1], "x", 1, 0) == 1);
    look_at(ends[0]);
    char letter = ' ';
    assert(recv(ends[0], &letter, 1, 0) == 1 && letter == 'x');
    look_in_vain(ends[0]);
    const int file = open("/dev/null", O_RDWR);
    assert(flock(file, LOCK_EX) == 0);
    close(file);
  }
  take_what_is_there();
  reader.join();
  const auto begin = std::chrono::steady_clock::now();
  poll(nullptr, 0, 50);
  timeval half{.tv_sec = 0, .tv_usec = 500'000};
  select(0, nullptr, nullptr, nullptr, &half);
  assert(std::chrono::steady_clock::now() - begin >= std::chrono::milliseconds(550));
  close(counter);
  close(ends[0]);
  close(ends[1]);
}
