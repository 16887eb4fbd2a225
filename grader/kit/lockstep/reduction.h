#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace lockstep {

/// What a reader of a schedule has to follow. Compared in this order: an event without a cause is the hardest to
/// believe, and each preemption is one more change of thread to keep in mind.
struct ScheduleSize {
  std::uint64_t spurious_events = 0;  ///< spurious wake-ups and failures, time that passes on a busy machine
  std::uint64_t preemptions = 0;      ///< switches away from a thread that could have gone on
  std::uint64_t steps = 0;

  friend auto operator<=>(const ScheduleSize&, const ScheduleSize&) = default;
};

/// How a failing schedule was made smaller before it is shown.
struct Reduction {
  std::uint64_t runs = 0;  ///< that it took; they count as no explored schedules
  ScheduleSize from;       ///< the schedule that was found
  ScheduleSize to;         ///< the one that is shown, which is smaller

  friend bool operator==(const Reduction&, const Reduction&) = default;
};

/// "reduced from 9 preemptions to 2 in 41 runs": of preemptions, or else of what became less.
[[nodiscard]] inline std::string sentence(const Reduction& reduction) {
  const auto said = [&](std::uint64_t ScheduleSize::*count, const char* one, const char* several) {
    const std::uint64_t from = reduction.from.*count;
    return "reduced from " + std::to_string(from) + ' ' + (from == 1 ? one : several) + " to " +
           std::to_string(reduction.to.*count) + " in " + std::to_string(reduction.runs) +
           (reduction.runs == 1 ? " run" : " runs");
  };
  if (reduction.to.preemptions < reduction.from.preemptions)
    return said(&ScheduleSize::preemptions, "preemption", "preemptions");
  if (reduction.to.spurious_events < reduction.from.spurious_events)
    return said(&ScheduleSize::spurious_events, "spurious event", "spurious events");
  return said(&ScheduleSize::steps, "step", "steps");
}

/// "schedule 57; reduced from 9 preemptions to 2 in 41 runs"
/// \param number  of the schedule that failed first
[[nodiscard]] inline std::string schedule_text(std::uint64_t number, const std::optional<Reduction>& reduction) {
  const std::string text = "schedule " + std::to_string(number);
  return reduction ? text + "; " + sentence(*reduction) : text;
}

}  // namespace lockstep
