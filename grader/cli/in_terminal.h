// A program in a pseudo terminal, as a person sees it.
#pragma once

#include <fmt/core.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "os/fd.h"
#include "process/exec_words.h"

namespace lockstep::cli {

/// Starts a program with a terminal of 80 columns, the leader of a session, and ends it with its group at the latest
/// when this ends.
class InTerminal {
 public:
  InTerminal(std::vector<std::string> argv, const std::map<std::string, std::string>& environment) {
    std::vector<std::string> variables;
    variables.reserve(environment.size());
    for (const auto& [name, value] : environment) variables.push_back(fmt::format("{}={}", name, value));
    auto words = process::exec_words(argv);
    auto settings = process::exec_words(variables);
    const winsize size{.ws_row = 24, .ws_col = 80, .ws_xpixel = 0, .ws_ypixel = 0};
    int terminal = -1;
    pid_ = forkpty(&terminal, nullptr, nullptr, &size);
    if (pid_ == 0) {
      execve(words.front(), words.data(), settings.data());
      _exit(127);
    }
    terminal_.reset(terminal);
  }
  InTerminal(const InTerminal&) = delete;
  InTerminal& operator=(const InTerminal&) = delete;
  ~InTerminal() {
    if (pid_ <= 0) return;
    kill(-pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }

  [[nodiscard]] pid_t pid() const { return pid_; }

  void type(std::string_view keys) const {
    EXPECT_EQ(write(terminal_.get(), keys.data(), keys.size()), static_cast<ssize_t>(keys.size()));
  }

  /// Reads on until this is shown, and passes over it. The time only keeps a failing test from hanging.
  [[nodiscard]] bool comes_to_show(std::string_view text) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(10);  // a kit may have to be built
    for (;;) {
      if (const auto at = screen_.find(text, seen_); at != std::string::npos) {
        seen_ = at + text.size();
        return true;
      }
      if (std::chrono::steady_clock::now() > deadline || !read_more()) return false;
    }
  }

  /// All that was shown so far.
  [[nodiscard]] const std::string& screen() const { return screen_; }

  /// Whether the terminal is as a shell leaves it: by lines, with an echo.
  [[nodiscard]] bool is_by_lines() const {
    termios now{};
    return tcgetattr(terminal_.get(), &now) == 0 && (now.c_lflag & ICANON) != 0 && (now.c_lflag & ECHO) != 0;
  }

  /// Waits for the end. \return the exit status, -1 when it ended otherwise
  int end() {
    while (read_more()) continue;
    int status = 0;
    waitpid(pid_, &status, 0);
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  /// \return false once nothing more will come, or when nothing has for a long time
  bool read_more() {
    std::array<char, 4096> part{};
    pollfd wait{.fd = terminal_.get(), .events = POLLIN, .revents = 0};
    if (poll(&wait, 1, 600'000) != 1) return false;
    const ssize_t got = read(terminal_.get(), part.data(), part.size());
    if (got <= 0) return false;  // EIO: the last program that had the terminal has ended
    screen_.append(part.data(), static_cast<std::size_t>(got));
    return true;
  }

  pid_t pid_ = -1;
  os::Fd terminal_;
  std::string screen_;
  std::size_t seen_ = 0;
};

}  // namespace lockstep::cli
