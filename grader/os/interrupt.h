#pragma once

#include <stop_token>
#include <thread>

namespace lockstep::os {

/// Turns SIGINT, SIGTERM and SIGHUP into a stop request for as long as it lives; a second one ends the program at once.
/// Made once, before any other thread: the signals are blocked in all of them and taken by a thread of its own.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  [[nodiscard]] std::stop_token token() const { return source_.get_token(); }

 private:
  std::stop_source source_;
  std::jthread watcher_;
};

}  // namespace lockstep::os
