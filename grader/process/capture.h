#pragma once

#include <cstdint>
#include <string>

#include "os/fd.h"

namespace lockstep::process {

/// Collects what comes out of a pipe, up to a limit.
class Capture {
 public:
  Capture(std::string name, os::Fd fd, std::uint64_t limit_bytes)
      : name_(std::move(name)), fd_(std::move(fd)), limit_(limit_bytes) {}

  /// Takes what is there now, without waiting.
  void read();

  [[nodiscard]] int fd() const { return fd_.get(); }       ///< -1 once the other end is closed, or the limit reached
  [[nodiscard]] bool flooded() const { return flooded_; }  ///< more came than the limit allows
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string& text() { return text_; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string name_;
  os::Fd fd_;
  std::uint64_t limit_;
  std::uint64_t taken_ = 0;
  std::string text_;
  bool flooded_ = false;
};

}  // namespace lockstep::process
