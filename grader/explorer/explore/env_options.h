#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "lockstep/explore.h"

namespace lockstep::explorer {

/// What the environment says: LOCKSTEP_EXPLORE_STRATEGY (a name of `kStrategies`), _SCHEDULES, _MS, _SEED,
/// _PREEMPTIONS, _DEPTH, _BYPASS, _STEPS, _PAST_RACES (numbers), _REPLAY (a schedule), _SUPPRESSIONS (a file), _LINES
/// (how the paths of files end, with colons between), _BUSY, _ORDERED, _OUTPUTS, _EVERY_STEP, _STATS, _KEEP_GOING and
/// _ATOMICS_ONLY (set or not).
struct EnvOptions {
  std::optional<lockstep::Strategy> strategy;
  std::optional<std::uint64_t> schedules;
  std::optional<std::uint64_t> milliseconds;
  std::optional<std::uint64_t> seed;
  std::optional<std::uint64_t> preemptions;
  std::optional<std::uint64_t> depth;
  std::optional<std::uint64_t> bypass;
  std::optional<std::uint64_t> steps;  ///< a longer schedule is cut; a multiple of 4,096, as it is checked so often
  bool busy_machine = false;
  bool weak_memory = false;
  bool ordered = false;
  bool outputs = false;     ///< of a program: list what it can print
  bool every_step = false;  ///< of a replay: its steps as data
  bool stats = false;       ///< count what the schedules show
  std::optional<std::uint64_t> past_races;
  bool keep_going = false;
  bool atomics_only = false;
  std::string suppressions;
  std::vector<std::string> lines;  ///< how the paths of the files end of which the lines that ran are asked for
  std::string replay;
  std::string mistake;  ///< which variable is wrong, its value, and what is accepted; empty when none is
};

/// \param value  of a variable, null when it is not set
[[nodiscard]] EnvOptions read_env_options(const std::function<const char*(const char* variable)>& value);

/// The environment of this process, read before any constructor of a learner's runs.
[[nodiscard]] const EnvOptions& env_options();

/// The variables that a replay needs besides the schedule, to show what an exploration with these options has found:
/// its bounds, each as NAME=value with a blank before it.
///
/// \param past_races  that the schedule went on behind
[[nodiscard]] std::string replay_variables(const EnvOptions& explored, std::uint64_t past_races);

/// `options`, changed as the environment of this process says.
/// \pre env_options() has no mistake
[[nodiscard]] ExploreOptions with_environment(ExploreOptions options);

}  // namespace lockstep::explorer
