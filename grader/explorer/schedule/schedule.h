#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
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
  void clear() { made_ = 0; }
  void push(Choice choice) {
    if (made_ == choices_.size()) [[unlikely]]
      make_room(made_ + 1);
    choices_[made_++] = choice;
  }
  [[nodiscard]] std::span<const Choice> choices() const { return {choices_.data(), made_}; }

  /// Its first `length` choices.
  [[nodiscard]] Schedule first(std::size_t length) const;

  [[nodiscard]] std::string text() const;

  /// \return nothing when `text` is not a schedule
  [[nodiscard]] static std::optional<Schedule> parse(std::string_view text);

  friend bool operator==(const Schedule& a, const Schedule& b) { return std::ranges::equal(a.choices(), b.choices()); }

 private:
  void make_room(std::size_t size);
  void append(std::span<const Choice> choices);

  std::vector<Choice> choices_;
  std::size_t made_ = 0;  ///< how many of them are made: to count costs less than to grow and shrink the vector
};

/// A thread's name: a to z, A to Z, and then _aa, _ab ... _hv.
[[nodiscard]] std::string name(ThreadId thread);

}  // namespace lockstep::explorer
