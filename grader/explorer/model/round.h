#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "explorer/model/local_state.h"
#include "explorer/schedule/effects.h"
#include "explorer/schedule/operation.h"

namespace lockstep::explorer {

/// Where a thread stands when it is about to make a step.
struct Standpoint {
  const void* caller = nullptr;
  OpKind kind = OpKind::kBegin;
  const void* object = nullptr;
  Ending ending = Ending::kDone;  ///< of the operation that it is in the midst of: a wait that takes its mutex again

  bool operator==(const Standpoint&) const = default;
};

/// What a thread has done since it stood at a certain point, to see whether it comes back there with nothing changed: a
/// round of a loop that only waits.
class Round {
 public:
  /// Begins at `point`, in `state`, with `locks` held. The thread's own stack is a part of the state.
  /// \param most_misses  how often the thread may come back to `point` with something changed, until the round stops
  void begin(const Standpoint& point, const LocalState& state, std::uint64_t locks, std::span<const std::byte> stack,
             int most_misses) {
    most_misses_ = most_misses;
    stack_ = stack;
    point_ = point;
    state_ = state;
    locks_ = locks;
    misses_ = 0;
    start_again();
  }

  /// The same round once more, from where it began.
  void start_again() {
    active_ = true;
    touched_.clear();
    uses_time_ = false;
    written_.clear();
  }

  void stop() { active_ = false; }
  [[nodiscard]] bool active() const { return active_; }

  /// The thread is about to write, be it to its stack. Stops the round when it has written too much to compare.
  void note_write(const volatile void* memory, std::size_t size);

  /// What a step of the thread did.
  void note(const Effects& effects);

  [[nodiscard]] bool stands_at(const Standpoint& point) const { return active_ && point == point_; }

  /// At its standpoint: whether all is as it was when the round began. When it is not, a few times, the round stops.
  [[nodiscard]] bool is_closed(const LocalState& state, std::uint64_t locks);

  /// Whether a step of another thread may make the round go another way, or saw it on its way.
  [[nodiscard]] bool depends_on(const Effects& effects) const;

  /// Whether the round asked for the time, or waited for a time to come.
  [[nodiscard]] bool uses_time() const { return uses_time_; }

  /// Whether the round changes what it changes back in the end: another thread can go on in the middle of it.
  [[nodiscard]] bool changes_on_the_way() const;

 private:
  static constexpr std::size_t kMostTouched = 128;
  static constexpr std::size_t kMostWritten = 64;

  struct Written {
    const std::byte* memory = nullptr;
    std::uint32_t size = 0;
    std::array<std::byte, 16> before{};
  };

  bool active_ = false;
  bool uses_time_ = false;
  int misses_ = 0;
  int most_misses_ = 0;
  Standpoint point_;
  LocalState state_;
  std::uint64_t locks_ = 0;
  std::span<const std::byte> stack_;
  std::vector<Effects::Touched> touched_;
  std::vector<Written> written_;
};

}  // namespace lockstep::explorer
