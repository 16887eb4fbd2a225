#pragma once

#include "lockstep/explore.h"

namespace lockstep::explorer {

/// `options`, with what whoever started this process has ordered in its environment: LOCKSTEP_EXPLORE_STRATEGY
/// (default, exhaustive, pct, pos, random), _SCHEDULES, _MS, _SEED, _PREEMPTIONS, _DEPTH, _BYPASS, _BUSY,
/// _REPLAY. The environment is read before any constructor of a learner's runs.
[[nodiscard]] ExploreOptions as_ordered(ExploreOptions options);

/// Whether `Exploration::ordered` was asked for: LOCKSTEP_EXPLORE_ORDERED.
[[nodiscard]] bool ordered_pairs_are_wanted();

}  // namespace lockstep::explorer
