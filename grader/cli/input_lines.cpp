#include "cli/input_lines.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "os/stop_event.h"

namespace lockstep::cli {

bool InputLines::wait_for_more() const {
  const os::StopEvent stopped(stop_);
  std::array<pollfd, 2> events{pollfd{fd_, POLLIN, 0}, pollfd{stopped.fd(), POLLIN, 0}};
  while (!stop_.stop_requested()) {
    if (poll(events.data(), events.size(), -1) < 0 && errno != EINTR) return false;
    if (events[0].revents != 0) return true;
  }
  return false;
}

std::optional<std::string> InputLines::next() {
  while (!ended_ && read_.find('\n') == std::string::npos) {
    if (!wait_for_more()) return std::nullopt;
    std::array<char, 4096> buffer{};
    const ssize_t got = read(fd_, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) {
      ended_ = true;
    } else {
      read_.append(buffer.data(), static_cast<std::size_t>(got));
    }
  }
  if (read_.empty()) return std::nullopt;
  const auto end = read_.find('\n');
  std::string line = read_.substr(0, end);
  read_.erase(0, end == std::string::npos ? end : end + 1);
  return line;
}

}  // namespace lockstep::cli
