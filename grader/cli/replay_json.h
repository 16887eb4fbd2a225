#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "lockstep/trace_step.h"

namespace lockstep::cli {

/// What a replay found wrong.
struct ReplayedFinding {
  std::string kind;  ///< as finding_kind.h names it
  std::string message;
  nlohmann::json places;  ///< an array, as lockstep.explore/1 has it
};

/// A schedule that was run again.
struct Replayed {
  nlohmann::json program;             ///< {"lab", "case"} or {"files", "arguments"}
  std::string schedule;               ///< as a finding prints it
  std::optional<std::string> output;  ///< what the program printed, where it is a person's own
  std::optional<ReplayedFinding> finding;
  std::vector<TraceStep> steps;
};

/// As the contract lockstep.replay/1 says.
[[nodiscard]] nlohmann::json to_json(const Replayed& replayed);

}  // namespace lockstep::cli
