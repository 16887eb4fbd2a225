#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lockstep/reduction.h"
#include "lockstep/search_statistics.h"
#include "lockstep/trace_step.h"

namespace lockstep::cli {

struct ExploredFinding {
  std::string kind;  ///< as finding_kind.h names it
  std::string message;
  std::string trace;  ///< the interleaving, drawn
  std::uint64_t schedule = 0;
  std::optional<Reduction> reduction = std::nullopt;  ///< of that schedule, to the one that is shown
  std::string replay;                                 ///< the schedule, for `./lab replay`
  nlohmann::json places;                              ///< an array, as the contract lockstep.explore/1 has it
  std::vector<TraceStep> steps = {};                  ///< the interleaving, typed
  std::uint64_t past_races = 0;                       ///< that the schedule went on behind: a replay has to, as well
};

/// What the program prints in some schedules.
struct PossibleOutput {
  std::string text;
  std::string replay;  ///< the first such schedule, for `./lab replay`
};

/// What a program that explored itself says (explorer/program/main.cpp).
struct ExploredReport {
  std::string ended;
  std::uint64_t schedules = 0;
  std::uint64_t cut = 0;
  double seconds = 0;
  nlohmann::json coverage;  ///< an object, or null where nothing was explored
  std::string guarantee;    ///< what was covered; the error where `ended` is `error`
  std::vector<std::string> notes;
  std::string trace;   ///< of a replay: the whole interleaving
  std::string output;  ///< what the program printed in the schedule shown
  std::optional<ExploredFinding> finding;
  std::vector<ExploredFinding> more_findings = {};  ///< where the search went on behind the first
  std::uint64_t suppressed = 0;                     ///< findings that are not among these
  std::vector<PossibleOutput> outputs = {};  ///< where they were asked for: of schedules that ended without a finding
  std::optional<SearchStatistics> statistics = std::nullopt;  ///< where they were asked for
  bool more_outputs = false;                                  ///< there were others, too many to keep
  std::vector<TraceStep> steps = {};                          ///< of a replay, where they were asked for: every step
};

/// The program shares its process with the code that is explored, which may have written anything there.
/// \return nothing where it is no report
[[nodiscard]] std::optional<ExploredReport> explored_report(std::string_view json);

}  // namespace lockstep::cli
