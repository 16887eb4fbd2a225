#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "explorer/schedule/effects.h"
#include "explorer/schedule/operation.h"
#include "explorer/schedule/thread_set.h"

namespace lockstep::explorer {

/// The steps of a schedule, and which happens before which: a step is behind its thread's earlier steps, behind the
/// earlier ones that it depends on, and behind what those are behind.
class Execution {
 public:
  struct Event {
    ThreadId thread = 0;
    std::uint32_t nth = 0;  ///< of its thread's events, from 1
    OpKind kind = OpKind::kBegin;
    std::optional<std::size_t> choice;  ///< that let its thread go on; none where no other could
    Effects effects;
  };

  [[nodiscard]] std::size_t size() const { return events_.size(); }
  [[nodiscard]] const Event& operator[](std::size_t index) const { return events_[index]; }

  /// Adds a step to the end. `nth` is set here.
  void add(Event event);

  /// Forgets all but the first `size` events.
  void truncate(std::size_t size);

  /// The earlier events of other threads that the latest one depends on, and that do not happen before its thread's
  /// event before: the latest first.
  [[nodiscard]] std::span<const std::size_t> latest_depends_on() const { return depends_on_; }

  /// Whether event `a` happens before event `b` or is the same.
  [[nodiscard]] bool happens_before(std::size_t a, std::size_t b) const {
    return clock(b)[static_cast<std::size_t>(events_[a].thread)] >= events_[a].nth;
  }

  /// The threads that can begin what is left of the execution when event `index` is to come behind the latest one: of
  /// the events behind `index`, those that do not happen behind it, and the latest one. (Initials: Abdulla and others,
  /// POPL 2014, section 4.)
  [[nodiscard]] ThreadSet initials_without(std::size_t index) const;

 private:
  /// Some bytes that an event touches.
  struct Touch {
    std::uintptr_t granule = 0;
    std::size_t event = 0;
    bool changes = false;
    std::size_t before = 0;  ///< the one before it of the same kind in the same granule, counted from 1; 0: none
  };

  /// The latest touches of a granule, counted from 1; 0: none.
  struct Latest {
    std::size_t read = 0;
    std::size_t change = 0;

    [[nodiscard]] std::size_t& of(bool changes) { return changes ? change : read; }
  };

  [[nodiscard]] std::span<std::uint32_t> clock(std::size_t index) { return {clocks_.data() + index * width_, width_}; }
  [[nodiscard]] std::span<const std::uint32_t> clock(std::size_t index) const {
    return {clocks_.data() + index * width_, width_};
  }
  void widen(ThreadId thread);
  void find_what_it_depends_on(const Event& event, std::span<const std::uint32_t> known);
  void find_in_granule(std::uintptr_t granule, const Effects::Touched& touched, const Event& event,
                       std::span<const std::uint32_t> known);
  bool consider(std::size_t index, const Event& event, std::span<const std::uint32_t> known);
  void index_touched(std::size_t index);

  std::vector<Event> events_;
  std::size_t width_ = 0;              ///< of a clock: threads
  std::vector<std::uint32_t> clocks_;  ///< of each event: for each thread, how many of its events happen before it
  std::vector<Touch> touches_;
  std::unordered_map<std::uintptr_t, Latest> latest_touch_;  ///< by granule
  std::vector<std::size_t> affecting_all_;                   ///< events
  std::vector<std::size_t> using_time_;
  std::vector<std::size_t> latest_of_;  ///< by thread: its latest event, counted from 1
  std::vector<std::size_t> depends_on_;
};

}  // namespace lockstep::explorer
