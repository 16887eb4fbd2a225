#pragma once

#include <functional>
#include <stop_token>

#include "os/fd.h"

namespace lockstep::os {

/// A stop request as a descriptor that becomes readable, for `poll`, which no stop token can end.
class StopEvent {
 public:
  explicit StopEvent(std::stop_token stop);

  /// Readable once the stop was requested, and from then on; -1, which `poll` passes over, where none could be made.
  [[nodiscard]] int fd() const { return event_.get(); }

 private:
  Fd event_;
  std::stop_callback<std::function<void()>> on_stop_;
};

}  // namespace lockstep::os
