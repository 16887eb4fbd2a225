#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lockstep/coverage.h"
#include "lockstep/explored_lines.h"
#include "lockstep/finding_place.h"
#include "lockstep/reduction.h"
#include "lockstep/trace_step.h"

namespace lockstep::checks {

/// An expectation that failed, as the harness reported it.
struct Failure {
  std::string file;  ///< as the compiler named it; empty for an exception
  int line = 0;
  std::string message;
};

/// What the explorer found in a case, or how much it covered without a finding.
struct Explored {
  std::string kind;           ///< empty: it found nothing that was not to be found
  std::string expected = {};  ///< the kind of what was to be found, and was; empty where nothing was
  std::string message;
  std::vector<FindingPlace> places;                   ///< that the finding is about, the decisive one first
  std::uint64_t schedule = 0;                         ///< the number of the first schedule that showed it
  std::optional<Reduction> reduction = std::nullopt;  ///< of that schedule, to the one that is shown
  std::string interleaving;                           ///< of the one that is shown, a line a step, shortened
  std::vector<TraceStep> steps = {};                  ///< the same, typed
  std::string replay;                                 ///< the schedule, for a replay
  std::optional<Coverage> coverage =
      std::nullopt;                        ///< nothing when a finding ended the exploration, or nothing was explored
  std::string trace;                       ///< of a replay: the whole interleaving
  std::vector<TraceStep> every_step = {};  ///< of a replay, where it was asked for: the same as data
  std::string refused = {};                ///< why a schedule could not be replayed; empty: it was
  /// Of a replay of a generated client: its scenario as a C++ program; empty when the client does not say how it reads.
  std::optional<std::string> program = std::nullopt;
  std::vector<ExploredLines> lines = {};  ///< of the files that were asked for: which of them its schedules ran
  /// Lines, as `path:line`, that two threads' accesses to the same memory came from, in an order the program makes sure
  /// of; when they were asked for.
  std::vector<std::pair<std::string, std::string>> ordered;
};

enum class CaseEnd { kPassed, kFailed, kSkipped };

/// What a test program reported about itself on its channel; kit/test_main.cpp says how.
struct TestReport {
  std::vector<std::string> listed;                     ///< cases of the program, if it was asked to list them
  std::vector<std::pair<std::string, CaseEnd>> ended;  ///< cases that ran to their end
  std::vector<Failure> failures;
  Explored explored;
  bool complete =
      false;  ///< the run ended in the harness's own epilogue, with the seal of all before (lockstep/seal.h)
};

/// Reads a report. Lines that make no sense are passed over: a learner's program may have written them.
[[nodiscard]] TestReport read_test_report(std::string_view text, std::string_view nonce);

}  // namespace lockstep::checks
