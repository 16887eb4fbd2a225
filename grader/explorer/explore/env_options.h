#pragma once

#include "lockstep/explore.h"

namespace lockstep::explorer {

/// `options`, changed as the environment of this process says: LOCKSTEP_EXPLORE_STRATEGY (a name of `kStrategies`),
/// _SCHEDULES, _MS, _SEED, _PREEMPTIONS, _DEPTH, _BYPASS, _BUSY, _REPLAY. The environment is read before any
/// constructor of a learner's runs.
[[nodiscard]] ExploreOptions with_environment(ExploreOptions options);

/// Whether `Exploration::ordered` was asked for: LOCKSTEP_EXPLORE_ORDERED.
[[nodiscard]] bool ordered_pairs_are_wanted();

}  // namespace lockstep::explorer
