#include "cli/confirm.h"

#include <fmt/core.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>

#include "os/stop_event.h"

namespace lockstep::cli {

bool can_ask() { return isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1; }

bool confirm(const std::string& question, const std::stop_token& stop) {
  fmt::print(stderr, "{} [y/N] ", question);
  std::fflush(stderr);
  const os::StopEvent stopped(stop);
  std::array<pollfd, 2> wait{
      {{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0}, {.fd = stopped.fd(), .events = POLLIN, .revents = 0}}};
  while (poll(wait.data(), wait.size(), -1) < 0 && errno == EINTR) continue;
  if (wait[1].revents != 0) {
    fmt::print(stderr, "\n");
    return false;
  }
  std::array<char, 256> line{};  // a terminal gives a line at a time
  const ssize_t got = read(STDIN_FILENO, line.data(), line.size());
  return got > 0 && (line[0] == 'y' || line[0] == 'Y');
}

}  // namespace lockstep::cli
