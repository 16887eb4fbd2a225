#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lockstep/coverage.h"
#include "lockstep/finding_kind.h"
#include "lockstep/finding_place.h"
#include "lockstep/reduction.h"
#include "lockstep/search_statistics.h"
#include "lockstep/strategy.h"
#include "lockstep/trace_step.h"

namespace lockstep {

/// The kinds of finding of which a test wants one. None of them: the test wants nothing to be found.
class ExpectedFinding {
 public:
  ExpectedFinding() = default;
  ExpectedFinding(FindingKind kind) : kinds_{kind} {}  // NOLINT(google-explicit-constructor): it reads `= kind`
  ExpectedFinding(std::initializer_list<FindingKind> kinds) : kinds_(kinds) {}

  [[nodiscard]] const std::vector<FindingKind>& kinds() const { return kinds_; }
  [[nodiscard]] bool any() const { return !kinds_.empty(); }
  [[nodiscard]] bool has(FindingKind kind) const {
    return std::find(kinds_.begin(), kinds_.end(), kind) != kinds_.end();
  }

 private:
  std::vector<FindingKind> kinds_;
};

struct ExploreOptions {
  Strategy strategy = Strategy::kDefault;
  std::uint64_t schedules = 10'000;  ///< at most so many: the budget, the same on every machine
  /// CPU time after which the search ends, though schedules are left: a net against a search without an end. The
  /// coverage then says `out_of_time`.
  std::chrono::milliseconds time{60'000};
  std::uint64_t seed = 1;
  std::optional<int> preemption_bound =
      std::nullopt;   ///< for kExhaustive: switches away from a thread that could go on
  int pct_depth = 3;  ///< for kPct: orderings that a bug needs
  std::optional<std::uint64_t> bypass_bound =
      std::nullopt;                    ///< how often a thread that waits for a lock may be overtaken
  std::uint64_t most_steps = 300'000;  ///< a longer schedule is cut, and the verdict then does not say "all"
  /// Time may pass while threads could go on, as on a busy machine: a sleep or a time-out may end before another thread
  /// has done what it was about to do. Finds a sleep in place of synchronisation. Otherwise time passes only when no
  /// thread can go on, so that sleeps and time-outs are exact.
  bool busy_machine = false;
  /// Atomics are those of the C++20 memory model, where a load may read a value that another thread has replaced
  /// (docs/explorer.md#weak-memory). Otherwise all operations are sequentially consistent, whatever their orders say.
  bool weak_memory = false;
  ExpectedFinding expected = {};  ///< the test wants one of these to be found: then nothing found is the failure
  std::string replay = {};        ///< one given schedule (as a finding prints it) and no other
  bool keep_going = false;        ///< the search goes on behind a finding, and collects distinct ones
  bool atomics_only = false;      ///< data races are no findings, and a schedule goes on behind them
  std::string suppressions = {};  ///< a file with findings that are not reported; docs/explorer.md has its form
  std::uint64_t past_races = 0;   ///< of a replay: goes on behind its first so many data races
  /// A failing schedule is made smaller before it is shown; of an expected finding, which nobody reads, never.
  bool reduce = true;
};

/// What an exploration has come to.
struct Exploration {
  /// Something that is wrong, and how to see it again.
  struct Found {
    FindingKind kind = FindingKind::kCrash;
    std::string message;  ///< what is wrong, in two sentences
    /// The lines of the program that it is about, the decisive one first; then the others that it names, and who called
    /// them, innermost first. Empty when it has no place.
    std::vector<FindingPlace> places;
    std::string trace;                  ///< the interleaving, a line a step
    std::vector<TraceStep> steps = {};  ///< the same for what draws it
    std::string replay;                 ///< the schedule: give it as `ExploreOptions::replay`
    std::uint64_t schedule = 0;         ///< the number of the first one that failed
    std::uint64_t past_races = 0;       ///< that the schedule went on behind: give it as `ExploreOptions::past_races`
    std::optional<Reduction> reduction =
        std::nullopt;  ///< of that one, to the one that is shown, where that is smaller
  };
  enum class Ended { kFinding, kExhausted, kBudget, kError };

  Ended ended = Ended::kBudget;
  std::optional<Found> finding;
  std::vector<Found> more;       ///< other findings, where the search went on behind the first
  std::uint64_t suppressed = 0;  ///< findings that were not reported, as ExploreOptions::suppressions asks
  std::uint64_t schedules = 0;
  std::uint64_t cut = 0;  ///< schedules among them that reached the limit of steps, and were not run to their end
  double seconds = 0;
  Coverage coverage;      ///< what the schedules that were run prove; of no use after kError
  std::string guarantee;  ///< the same as a sentence; after kError, what is wrong with the options
  /// Pairs of lines ("file:line") that access the same memory from two threads, one of them writing, and were seen to
  /// be ordered; only when LOCKSTEP_EXPLORE_ORDERED asks for them.
  std::vector<std::pair<std::string, std::string>> ordered;
  std::vector<std::string> notes;  ///< what may be wrong, and was not seen to be: locks taken in opposite orders
  std::optional<SearchStatistics> statistics = std::nullopt;  ///< where LOCKSTEP_EXPLORE_STATS asks for them
  std::string trace;  ///< of a replay: the whole interleaving, also where nothing is wrong
  /// The same as data, where LOCKSTEP_EXPLORE_EVERY_STEP asks for it: no step is left out, up to kMostReplayedSteps.
  std::vector<TraceStep> steps = {};
  /// Of a replay of a generated client: its scenario as a C++ program; empty when the client does not say how it reads.
  std::optional<std::string> program;
};

/// Runs `body` under many interleavings of its threads, and looks in each for races, deadlocks, failed expectations and
/// what else design and documentation list. In a GoogleTest test a finding (or the lack of an expected one) fails the
/// test. Each run of the body must be like the first: state that it shares with the next one is reported.
///
/// In a flavour that is not `explore` the body simply runs again and again, as a stress test.
Exploration explore(const std::function<void()>& body, const ExploreOptions& options = {});

}  // namespace lockstep
