#include "cli/status_line.h"

#include <fmt/core.h>
#include <unistd.h>

#include <cstdio>

#include "cli/terminal.h"

namespace lockstep::cli {

StatusLine::StatusLine() : terminal_(may_write_over(STDERR_FILENO)), told_(std::chrono::steady_clock::now()) {}

StatusLine::~StatusLine() { clear(); }

void StatusLine::show(std::string_view text) {
  if (!terminal_) return;
  const std::scoped_lock lock(mutex_);
  erase();
  const auto width = static_cast<std::size_t>(terminal_width(STDERR_FILENO)) - 1;
  fmt::print(stderr, "{}", text.substr(0, width));
  std::fflush(stderr);
  shown_ = true;
}

void StatusLine::show_long(std::string_view text) {
  if (terminal_) return show(text);
  const std::scoped_lock lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  if (now - told_ < std::chrono::seconds(10)) return;
  told_ = now;
  fmt::print(stderr, "lab: {}\n", text);
  std::fflush(stderr);
}

void StatusLine::clear() {
  const std::scoped_lock lock(mutex_);
  erase();
}

void StatusLine::erase() {
  if (!shown_) return;
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
  shown_ = false;
}

}  // namespace lockstep::cli
