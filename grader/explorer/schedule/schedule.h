#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "explorer/schedule/thread_set.h"

namespace lockstep::explorer {

/// One choice that a schedule has made where more than one was possible: of a thread, or of a value (which waiter is
/// woken, whether a wait ends by itself, what a load reads).
struct Choice {
  enum Kind : std::uint8_t { kThread, kValue };

  Kind kind = kThread;
  std::uint8_t chosen = 0;

  friend bool operator==(const Choice&, const Choice&) = default;
};

/// One interleaving: all choices made, in order. Beyond its end the running thread goes on as long as it can.
///
/// Printed, a thread is its name, a repetition a number behind it, and a value a dot with its number: `a3b.1a` is
/// thread a three times, thread b, value 1, thread a. What comes again and again stands in brackets: `(ab2)40`.
class Schedule {
 public:
  void clear() { choices_.clear(); }
  void push(Choice choice) {
    if (choices_.size() == choices_.capacity()) [[unlikely]]
      make_room();
    choices_.push_back(choice);
  }
  [[nodiscard]] const std::vector<Choice>& choices() const { return choices_; }

  /// Its first `length` choices.
  [[nodiscard]] Schedule first(std::size_t length) const;

  [[nodiscard]] std::string text() const;

  /// \return nothing when `text` is not a schedule
  [[nodiscard]] static std::optional<Schedule> parse(std::string_view text);

  friend bool operator==(const Schedule&, const Schedule&) = default;

 private:
  /// Apart from `push`, which is called at each step.
  void make_room();

  std::vector<Choice> choices_;
};

/// A thread's name: a to z, A to Z, and then _aa, _ab ... _hv.
[[nodiscard]] std::string name(ThreadId thread);

}  // namespace lockstep::explorer
