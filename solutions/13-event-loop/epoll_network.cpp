#include "epoll_network.h"

#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <limits>
#include <system_error>

namespace {

int checked(int result, const char* what) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), what);
  return result;
}

/// What epoll takes: milliseconds, rounded up so that no wait is too short; below 0 for ever.
int milliseconds_until(TimePoint deadline) {
  if (deadline == TimePoint::max()) return -1;
  const TimePoint now = std::chrono::steady_clock::now();
  if (deadline <= now) return 0;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - now).count();
  return static_cast<int>(std::min<decltype(left)>(left, std::numeric_limits<int>::max()));
}

Transfer failed() {
  if (errno == EAGAIN || errno == EWOULDBLOCK) return {Transfer::End::kWouldBlock, 0};
  return {Transfer::End::kGone, 0};
}

}  // namespace

EpollNetwork::EpollNetwork(std::unique_ptr<Listener> listener)
    : epoll_(checked(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1")),
      woken_(checked(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd")),
      listener_(std::move(listener)) {
  control(EPOLL_CTL_ADD, woken_.get(), EPOLLIN);
  if (listener_) control(EPOLL_CTL_ADD, listener_->fd(), EPOLLONESHOT);
}

void EpollNetwork::control(int operation, int fd, std::uint32_t events) const {
  epoll_event event{};
  event.events = events;
  event.data.fd = fd;
  checked(::epoll_ctl(epoll_.get(), operation, fd, &event), "epoll_ctl");
}

int EpollNetwork::adopt(Fd socket) {
  const int fd = socket.get();
  checked(::fcntl(fd, F_SETFL, checked(::fcntl(fd, F_GETFL), "fcntl") | O_NONBLOCK), "fcntl");
  control(EPOLL_CTL_ADD, fd, EPOLLONESHOT);
  connections_[fd] = {std::move(socket), 0};
  return fd;
}

std::optional<int> EpollNetwork::accept() {
  if (!listener_) return std::nullopt;
  std::optional<Fd> socket = listener_->accept();
  if (!socket) return std::nullopt;
  return adopt(std::move(*socket));
}

void EpollNetwork::stop_listening() {
  if (listener_) control(EPOLL_CTL_DEL, listener_->fd(), 0);
  listener_.reset();
}

Transfer EpollNetwork::read(int connection, std::span<char> into) {
  const ssize_t count = ::recv(connection, into.data(), into.size(), 0);
  if (count < 0) return failed();
  if (count == 0) return {Transfer::End::kEnd, 0};
  return {Transfer::End::kBytes, static_cast<std::size_t>(count)};
}

Transfer EpollNetwork::write(int connection, std::string_view bytes) {
  // A client that has vanished is no signal, which would end the program.
  const ssize_t count = ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  if (count < 0) return failed();
  return {Transfer::End::kBytes, static_cast<std::size_t>(count)};
}

void EpollNetwork::close(int connection) {
  control(EPOLL_CTL_DEL, connection, 0);
  connections_.erase(connection);
}

// A descriptor is armed for one event. Armed again, it gives what is ready already, too.
void EpollNetwork::watch(int connection, Direction direction) {
  if (connection == kListener) {
    if (listener_ && direction == Direction::kRead) control(EPOLL_CTL_MOD, listener_->fd(), EPOLLIN | EPOLLONESHOT);
    return;
  }
  Watched& watched = connections_.at(connection);
  watched.events |= direction == Direction::kRead ? EPOLLIN : EPOLLOUT;
  control(EPOLL_CTL_MOD, connection, watched.events | EPOLLONESHOT);
}

std::vector<Ready> EpollNetwork::wait(TimePoint deadline) {
  constexpr std::size_t kMost = 256;
  std::array<epoll_event, kMost> events{};
  std::vector<Ready> ready;
  for (;;) {
    const int count = ::epoll_wait(epoll_.get(), events.data(), kMost, milliseconds_until(deadline));
    if (count < 0 && errno != EINTR) checked(count, "epoll_wait");
    bool woken = false;
    for (int i = 0; i < count; ++i) {
      const epoll_event& event = events[static_cast<std::size_t>(i)];
      if (event.data.fd == woken_.get()) {
        eventfd_t times = 0;
        woken = ::eventfd_read(woken_.get(), &times) == 0;
      } else {
        take(event.data.fd, event.events, ready);
      }
    }
    if (woken || !ready.empty() || (deadline != TimePoint::max() && now() >= deadline)) return ready;
  }
}

void EpollNetwork::take(int fd, std::uint32_t events, std::vector<Ready>& ready) {
  if (listener_ && fd == listener_->fd()) {
    ready.push_back({kListener, Direction::kRead});
    return;
  }
  Watched& watched = connections_.at(fd);
  // A connection that has vanished is ready for both: the read or write says so.
  if ((events & (EPOLLHUP | EPOLLERR)) != 0) events |= EPOLLIN | EPOLLOUT;
  if ((events & watched.events & EPOLLIN) != 0) ready.push_back({fd, Direction::kRead});
  if ((events & watched.events & EPOLLOUT) != 0) ready.push_back({fd, Direction::kWrite});
  watched.events &= ~events;
  if (watched.events != 0) control(EPOLL_CTL_MOD, fd, watched.events | EPOLLONESHOT);
}

void EpollNetwork::wake() { (void)::eventfd_write(woken_.get(), 1); }
