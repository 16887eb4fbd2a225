#pragma once

#include <string_view>

#include "explorer/schedule/choice_bias.h"

namespace lockstep::explorer {

/// What makes a state's steps: it chooses where a step leaves a choice, and hears of what no step tells.
class Driver {
 public:
  /// \return 0 to options - 1; `options` is at least 2
  [[nodiscard]] virtual unsigned choose(unsigned options, ChoiceBias bias) = 0;

  /// Time has passed: it lets other threads go on, whatever step comes next.
  virtual void on_time_passed() {}

  /// The running thread has failed once more to get on.
  virtual void on_failed_attempt() {}

  /// What came of the latest step, for a reader of the interleaving.
  virtual void on_note(std::string_view /*note*/) {}

 protected:
  ~Driver() = default;
};

}  // namespace lockstep::explorer
