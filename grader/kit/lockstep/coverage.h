#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace lockstep {

/// What an exploration without a finding has covered.
struct Coverage {
  enum class End : std::uint8_t {
    kAll,        ///< every interleaving within the bounds was run, but for those that differ in the order of
                 ///< independent steps alone
    kBudget,     ///< there are more interleavings than were run
    kTruncated,  ///< some schedule reached the limit of steps: nothing is claimed of all
  };

  /// What the claim depends on.
  struct Bounds {
    /// At most so many spurious wake-ups, failures of an operation that may fail without a cause (a weak exchange), and
    /// time-outs while others can go on, in a schedule; 0 when none was possible.
    unsigned spurious_events = 0;
    /// Every schedule with at most so many preemptions was run. Nothing: after kAll, no schedule was left out because
    /// of its preemptions; after another end, no bound was finished.
    std::optional<int> preemptions = std::nullopt;
    std::uint64_t steps = 0;  ///< a longer schedule is cut
    bool fair = false;        ///< a loop was held back without proof that it only waits
    /// Atomics were those of the C++20 memory model, and at most so many loads of a schedule read a value that was not
    /// the latest. Nothing: sequential consistency.
    std::optional<unsigned> stale_reads = std::nullopt;
    bool time_exact = false;  ///< the program waited for a time, which passes only when no thread can go on
  };

  /// The scenarios of generated clients (docs/linearizability.md); none of a body that was written by hand.
  struct Scenarios {
    std::uint64_t pairs = 0;     ///< of pairs of operations
    std::uint64_t random = 0;    ///< the others: made at random, or of one operation beside several
    std::uint64_t complete = 0;  ///< of both: every interleaving was run
    bool all_pairs = true;       ///< the budget sufficed for all pairs
  };

  End end = End::kBudget;
  std::uint64_t schedules = 0;  ///< after kAll: the interleavings that there are
  std::uint64_t cut = 0;        ///< schedules among them that reached the limit of steps
  bool out_of_time = false;     ///< time ended the search before its schedules were run: how far it came is chance
  Bounds bounds = {};
  Scenarios scenarios = {};
};

/// As the formats spell it.
[[nodiscard]] constexpr std::string_view memory_model(const Coverage::Bounds& bounds) {
  return bounds.stale_reads ? "C++20" : "sequentially consistent";
}

/// As the formats spell it.
inline constexpr auto kCoverageEndNames = std::to_array<std::pair<Coverage::End, std::string_view>>({
    {Coverage::End::kAll, "all"},
    {Coverage::End::kBudget, "budget"},
    {Coverage::End::kTruncated, "truncated"},
});

[[nodiscard]] constexpr std::string_view name(Coverage::End end) {
  for (const auto& [value, text] : kCoverageEndNames) {
    if (value == end) return text;
  }
  return {};
}

[[nodiscard]] constexpr std::optional<Coverage::End> coverage_end(std::string_view text) {
  for (const auto& [value, spelling] : kCoverageEndNames) {
    if (spelling == text) return value;
  }
  return std::nullopt;
}

/// Whether no interleaving was left out because of a limit of the search.
[[nodiscard]] inline bool covers_all(const Coverage& coverage) {
  return coverage.end == Coverage::End::kAll && !coverage.bounds.preemptions;
}

/// 12345 as "12,345".
[[nodiscard]] inline std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

/// "1 preemption", "1,204 interleavings".
[[nodiscard]] inline std::string counted(std::uint64_t number, std::string_view noun) {
  return grouped(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

/// What the claim "all" depends on: "sequentially consistent, fair, ...". Only what mattered in some schedule is named.
[[nodiscard]] inline std::string assumptions(const Coverage::Bounds& bounds) {
  std::string text(memory_model(bounds));
  if (bounds.stale_reads) text += " memory model, at most " + counted(*bounds.stale_reads, "stale read");
  if (bounds.fair) text += ", fair";
  if (bounds.spurious_events > 0) {
    text += ", at most " + grouped(bounds.spurious_events) + " spurious wake-ups, failures or time-outs";
  }
  if (bounds.time_exact) text += ", time passes only when no thread can go on";
  if (bounds.preemptions) {
    text += ", at most " + counted(static_cast<std::uint64_t>(*bounds.preemptions), "preemption");
  }
  return text;
}

/// Whether clients were generated.
[[nodiscard]] inline bool has_scenarios(const Coverage& coverage) {
  return coverage.scenarios.pairs + coverage.scenarios.random > 0;
}

/// "1,240 scenarios of all pairs and 600 others". \pre has_scenarios
[[nodiscard]] inline std::string scenarios_text(const Coverage::Scenarios& scenarios) {
  std::string text = counted(scenarios.pairs, "scenario") + (scenarios.all_pairs ? " of all pairs" : " of some pairs");
  if (scenarios.random > 0)
    text += " and " + grouped(scenarios.random) + (scenarios.random == 1 ? " other" : " others");
  return text;
}

/// "every interleaving of 1,180 of them"
[[nodiscard]] inline std::string complete_text(const Coverage::Scenarios& scenarios) {
  const bool all = scenarios.complete == scenarios.pairs + scenarios.random;
  return "every interleaving of " + (all ? "each" : grouped(scenarios.complete) + " of them");
}

/// Of the schedules alone.
[[nodiscard]] inline std::string schedules_sentence(const Coverage& coverage) {
  if (coverage.end == Coverage::End::kAll) {
    return "all " + counted(coverage.schedules, "interleaving") + " (" + assumptions(coverage.bounds) + ")";
  }
  const std::string schedules = counted(coverage.schedules, "schedule");
  const std::string_view until = coverage.out_of_time ? ", until time ran out" : "";
  if (coverage.end == Coverage::End::kTruncated) {
    return schedules + std::string(until) + ", " + grouped(coverage.cut) + " of which " +
           (coverage.cut == 1 ? "was" : "were") + " cut after " + grouped(coverage.bounds.steps) +
           " steps: what comes after that was not explored";
  }
  std::string text = schedules + " of more" + std::string(until);
  if (coverage.bounds.preemptions) {
    text +=
        "; deepest bound finished: " + counted(static_cast<std::uint64_t>(*coverage.bounds.preemptions), "preemption");
  }
  return text;
}

/// What may be said after "Nothing was found in".
[[nodiscard]] inline std::string sentence(const Coverage& coverage) {
  std::string text = schedules_sentence(coverage);
  if (!has_scenarios(coverage)) return text;
  return text + ", in " + scenarios_text(coverage.scenarios) + "; " + complete_text(coverage.scenarios);
}

/// What holds for both: sequential consistency allows no stale read.
[[nodiscard]] inline std::optional<unsigned> fewer_stale_reads(const Coverage::Bounds& one,
                                                               const Coverage::Bounds& other) {
  if (!one.stale_reads || !other.stale_reads) return std::nullopt;
  return std::min(*one.stale_reads, *other.stale_reads);
}

/// What may be said of two explorations together: the weaker end, and all that either depends on.
[[nodiscard]] inline Coverage both(const Coverage& one, const Coverage& other) {
  static constexpr int kNone = -1;
  static constexpr int kUnbounded = 1'000'000;
  const auto depth = [](const Coverage& coverage) {
    return coverage.bounds.preemptions.value_or(covers_all(coverage) ? kUnbounded : kNone);
  };
  const int shallower = std::min(depth(one), depth(other));
  const bool bounded = shallower != kNone && shallower != kUnbounded;
  return {.end = std::max(one.end, other.end),
          .schedules = one.schedules + other.schedules,
          .cut = one.cut + other.cut,
          .out_of_time = one.out_of_time || other.out_of_time,
          .bounds = {.spurious_events = std::max(one.bounds.spurious_events, other.bounds.spurious_events),
                     .preemptions = bounded ? std::optional(shallower) : std::nullopt,
                     .steps = std::max(one.bounds.steps, other.bounds.steps),
                     .fair = one.bounds.fair || other.bounds.fair,
                     .stale_reads = fewer_stale_reads(one.bounds, other.bounds),
                     .time_exact = one.bounds.time_exact || other.bounds.time_exact},
          .scenarios = {.pairs = one.scenarios.pairs + other.scenarios.pairs,
                        .random = one.scenarios.random + other.scenarios.random,
                        .complete = one.scenarios.complete + other.scenarios.complete,
                        .all_pairs = one.scenarios.all_pairs && other.scenarios.all_pairs}};
}

}  // namespace lockstep
