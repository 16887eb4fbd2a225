#include "explorer/explore/env_options.h"

#include <cstdlib>
#include <string>

namespace lockstep::explorer {
namespace {

std::optional<std::uint64_t> number(const char* variable) {
  const char* text = std::getenv(variable);
  return text == nullptr ? std::nullopt : std::optional<std::uint64_t>(std::strtoull(text, nullptr, 10));
}

struct EnvOptions {
  std::optional<lockstep::Strategy> strategy;
  std::optional<std::uint64_t> schedules = number("LOCKSTEP_EXPLORE_SCHEDULES");
  std::optional<std::uint64_t> milliseconds = number("LOCKSTEP_EXPLORE_MS");
  std::optional<std::uint64_t> seed = number("LOCKSTEP_EXPLORE_SEED");
  std::optional<std::uint64_t> preemptions = number("LOCKSTEP_EXPLORE_PREEMPTIONS");
  std::optional<std::uint64_t> depth = number("LOCKSTEP_EXPLORE_DEPTH");
  std::optional<std::uint64_t> bypass = number("LOCKSTEP_EXPLORE_BYPASS");
  bool busy_machine = std::getenv("LOCKSTEP_EXPLORE_BUSY") != nullptr;
  bool ordered = std::getenv("LOCKSTEP_EXPLORE_ORDERED") != nullptr;
  std::string replay;

  EnvOptions() {
    if (const char* text = std::getenv("LOCKSTEP_EXPLORE_REPLAY")) replay = text;
    if (const char* text = std::getenv("LOCKSTEP_EXPLORE_STRATEGY")) strategy = strategy_named(text);
  }
};

// 101 is the first priority that programs may use; a learner's own constructors have none, and run later.
__attribute__((init_priority(101))) const EnvOptions kEnvOptions;

}  // namespace

ExploreOptions with_environment(ExploreOptions options) {
  if (kEnvOptions.strategy) options.strategy = *kEnvOptions.strategy;
  if (kEnvOptions.schedules) options.schedules = *kEnvOptions.schedules;
  if (kEnvOptions.milliseconds) options.time = std::chrono::milliseconds(*kEnvOptions.milliseconds);
  if (kEnvOptions.seed) options.seed = *kEnvOptions.seed;
  if (kEnvOptions.preemptions) options.preemption_bound = static_cast<int>(*kEnvOptions.preemptions);
  if (kEnvOptions.depth) options.pct_depth = static_cast<int>(*kEnvOptions.depth);
  if (kEnvOptions.bypass) options.bypass_bound = *kEnvOptions.bypass;
  if (kEnvOptions.busy_machine) options.busy_machine = true;
  if (!kEnvOptions.replay.empty()) options.replay = kEnvOptions.replay;
  return options;
}

bool ordered_pairs_are_wanted() { return kEnvOptions.ordered; }

}  // namespace lockstep::explorer
