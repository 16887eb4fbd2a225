#include "os/key_reader.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace lockstep::os {
namespace {

constexpr tcflag_t kLineMode = ICANON | ECHO;

/// Whether this process may read from it without being stopped.
bool is_ours(int fd) {
  const pid_t group = tcgetpgrp(fd);
  return group < 0 || group == getpgrp();  // fails where it is not the terminal that controls this process
}

}  // namespace

KeyReader::KeyReader(int fd) : fd_(fd), is_terminal_(isatty(fd) == 1) { take_again(); }

int KeyReader::fd() const { return is_terminal_ && is_ours(fd_) ? fd_ : -1; }

std::optional<char> KeyReader::next() {
  if (fd() < 0) return std::nullopt;
  std::array<char, 64> keys{};
  pollfd pressed{.fd = fd_, .events = POLLIN, .revents = 0};
  if (poll(&pressed, 1, 0) != 1) return std::nullopt;
  const ssize_t got = read(fd_, keys.data(), 1);
  if (got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN)) is_terminal_ = false;
  if (got != 1) return std::nullopt;
  if (keys[0] != '\x1b') return keys[0];
  if (poll(&pressed, 1, 0) == 1) static_cast<void>(!read(fd_, keys.data(), keys.size()));
  return std::nullopt;
}

void KeyReader::take_again() {
  if (!is_terminal_ || !is_ours(fd_)) return;
  const std::scoped_lock lock(mutex_);
  take();
}

void KeyReader::take() {
  if (given_up_) return;
  termios now{};
  if (tcgetattr(fd_, &now) != 0 || (has_before_ && (now.c_lflag & kLineMode) == 0)) return;
  before_ = now;
  has_before_ = true;
  now.c_lflag &= ~kLineMode;
  now.c_cc[VMIN] = 1;
  now.c_cc[VTIME] = 0;
  now.c_cc[VSUSP] = _POSIX_VDISABLE;
  tcsetattr(fd_, TCSANOW, &now);
}

void KeyReader::restore() {
  if (has_before_ && is_ours(fd_)) tcsetattr(fd_, TCSANOW, &before_);
  has_before_ = false;
}

void KeyReader::suspend() {
  {
    const std::scoped_lock lock(mutex_);
    restore();
  }
  kill(0, SIGTSTP);
  take_again();
}

void KeyReader::put_back() {
  const std::scoped_lock lock(mutex_);
  restore();
  given_up_ = true;
}

}  // namespace lockstep::os
