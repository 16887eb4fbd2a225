#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <system_error>

#include "server.h"

namespace {

/// A stop as something that poll waits for.
class StopEvent {
 public:
  explicit StopEvent(const std::stop_token& stop) : event_(open()), on_stop_(stop, Write{event_.fd()}) {}

  [[nodiscard]] int fd() const { return event_.fd(); }

 private:
  struct Write {
    int fd;
    void operator()() const { (void)::eventfd_write(fd, 1); }
  };

  static Socket open() {
    const int fd = ::eventfd(0, EFD_CLOEXEC);
    if (fd < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
    return Socket(fd);
  }

  const Socket event_;  // goes last: the callback writes to it
  const std::stop_callback<Write> on_stop_;
};

/// What poll takes: milliseconds, rounded up so that it never ends too early; below 0 for ever.
int poll_time(TimePoint deadline) {
  if (deadline == TimePoint::max()) return -1;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
  constexpr auto kMost = std::numeric_limits<int>::max();
  if (left <= 0) return 0;
  return left < kMost ? static_cast<int>(left) : kMost;
}

/// Waits until there is something to receive.
void wait_for_bytes(int fd, const StopEvent& stop, const std::string& path, TimePoint deadline) {
  for (;;) {
    std::array<pollfd, 2> wanted{pollfd{fd, POLLIN, 0}, pollfd{stop.fd(), POLLIN, 0}};
    const int ready = ::poll(wanted.data(), wanted.size(), poll_time(deadline));
    if (ready < 0 && errno != EINTR) throw std::system_error(errno, std::generic_category(), "poll");
    if (ready > 0 && wanted[1].revents != 0) throw Stopped("stopped: " + path);
    if (ready > 0) return;
    if (std::chrono::steady_clock::now() >= deadline) throw TimedOut("no answer in time: " + path);
  }
}

/// All that the server sends until it hangs up.
std::string receive_all(int fd, const StopEvent& stop, const std::string& path, TimePoint deadline) {
  std::string all;
  std::array<char, 4096> bytes{};
  for (;;) {
    wait_for_bytes(fd, stop, path, deadline);
    const ssize_t received = ::recv(fd, bytes.data(), bytes.size(), 0);
    if (received == 0) return all;
    if (received > 0) all.append(bytes.data(), static_cast<std::size_t>(received));
    if (received < 0 && errno == ECONNRESET) return all;
    if (received < 0 && errno != EINTR) throw std::system_error(errno, std::generic_category(), "recv");
  }
}

}  // namespace

std::string SocketTransport::fetch(const Request& request, TimePoint deadline, const std::stop_token& stop) {
  const StopEvent stop_event(stop);
  const Socket socket = server_.connect();
  const std::string line = "GET " + request.path + "\n";
  if (::send(socket.fd(), line.data(), line.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(line.size())) {
    throw Failed("the server has hung up: " + request.path);
  }
  const std::string answer = receive_all(socket.fd(), stop_event, request.path, deadline);
  const std::size_t end = answer.find('\n');
  if (end == std::string::npos) throw Failed("the server has hung up: " + request.path);
  const std::string head = answer.substr(0, end);
  if (head.starts_with("503")) throw Failed("the server is busy: " + request.path);
  if (!head.starts_with("200 ")) throw Refused("refused: " + request.path);
  std::string body = answer.substr(end + 1);
  if (std::to_string(body.size()) != head.substr(4)) throw Failed("the answer is torn: " + request.path);
  return body;
}
