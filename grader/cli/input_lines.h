#pragma once

#include <optional>
#include <stop_token>
#include <string>

namespace lockstep::cli {

/// Reads a descriptor line by line, until its end or a stop request.
class InputLines {
 public:
  /// \param fd  stays open as long as this lives
  InputLines(int fd, std::stop_token stop) : fd_(fd), stop_(std::move(stop)) {}

  /// Waits for the next line, without its end; nothing at the end of the input, or when a stop was requested.
  [[nodiscard]] std::optional<std::string> next();

 private:
  [[nodiscard]] bool wait_for_more() const;

  int fd_;
  std::stop_token stop_;
  std::string read_;  // and not yet given
  bool ended_ = false;
};

}  // namespace lockstep::cli
