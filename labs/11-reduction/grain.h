#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <span>

#include "plan.h"

// Part 6: the grain. You write the functions in grain.cpp. Read README.md first.

using Duration = std::chrono::nanoseconds;

/// What the steps of a reduction cost.
struct Costs {
  Duration item{};     ///< to fold an item; > 0
  Duration block{};    ///< for each block, besides its items; not negative
  Duration combine{};  ///< to combine two results; not negative
};

// Both predictions: how many times as fast as a loop that folds all items as one block, for which nothing but
// `costs.item` counts. There are as many cores as workers, and only the costs named above take time.

/// Predicts `reduce_blocks`: the workers share the blocks in their order, and then one thread combines all results.
/// \throw std::invalid_argument when there are no items, `plan.grain` or `plan.workers` is 0, or a cost cannot be
[[nodiscard]] double speedup_by_blocks(std::size_t items, const Plan& plan, const Costs& costs);

/// Predicts `reduce_tree`: the workers share the blocks in their order, and then, round by round, they share the pairs
/// of results that are next to each other. A round begins when the one before has ended; a result without a partner
/// waits for the next round.
///
/// \throw std::invalid_argument when there are no items, `plan.grain` or `plan.workers` is 0, or a cost cannot be
[[nodiscard]] double speedup_by_tree(std::size_t items, const Plan& plan, const Costs& costs);

/// Runs something with each grain, and measures how long it takes.
using Measure = std::function<Duration(std::size_t grain)>;

/// Finds the grain by measuring: in each round, every candidate once, in their order. So a disturbance of the machine
/// hits not only one of them.
///
/// \param rounds  > 0
/// \return the candidate whose median time is least, the first one of equals. The median of an even number of times is
///         the smaller one of the middle two
/// \throw std::invalid_argument when there are no candidates or no rounds
[[nodiscard]] std::size_t measured_grain(std::span<const std::size_t> candidates, unsigned rounds,
                                         const Measure& measure);
