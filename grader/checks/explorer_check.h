#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "checks/check.h"
#include "checks/verdict.h"
#include "result/result.h"

namespace lockstep::checks {

[[nodiscard]] inline std::vector<build::Flavour> flavours_of(const ExplorerCheck&) {
  return {build::Flavour::kExplore};
}
/// All: the explore flavour is built whole, for checks that look at what others have run.
[[nodiscard]] inline std::vector<std::string> programs_of(const ExplorerCheck&, const Manifest&) { return {}; }
/// Runs the check's cases in the `explore` flavour: each explores the schedules of its body within the check's budget.
/// A finding carries the command that replays its schedule.
[[nodiscard]] Result<Verdict> judge(const ExplorerCheck& settings, const Context& context);

/// What tells an explored program how much of a case to explore.
[[nodiscard]] std::map<std::string, std::string> explorer_environment(const ExplorerCheck& settings,
                                                                      const std::string& case_name);

/// One schedule, run again.
struct Replay {
  std::string trace;                                  ///< the interleaving, a line a step
  std::vector<TraceStep> steps = {};                  ///< the same as data, where it was asked for
  std::optional<Finding> finding;                     ///< what is wrong with it
  std::optional<std::string> program = std::nullopt;  ///< as Explored::program
};

/// How much a replay says.
enum class Steps { kAsText, kAsData };

/// Runs one schedule of an explored case, as a finding printed it.
/// \pre the context's check is an ExplorerCheck that has the case, and the explore flavour was built
[[nodiscard]] Result<Replay> replay_case(const Context& context, const std::string& case_name,
                                         const std::string& schedule, Steps steps = Steps::kAsText);

}  // namespace lockstep::checks
