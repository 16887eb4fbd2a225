#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "lockstep/measure.h"

/// Work like that of the labs, for programs whose verdict is known: half of the items are expensive, and all on one
/// side.
namespace workload {

/// Counts what is done inside an item.
using Steps = std::atomic<std::uint64_t>;

/// What there is to do: `compute(load(item), steps)` for each item.
struct Work {
  std::size_t items = 0;
  std::function<std::uint64_t(std::size_t item)> load;                       ///< no task: the kit does not see it
  std::function<std::uint64_t(std::uint64_t loaded, Steps& steps)> compute;  ///< the task; counts its `steps`
};

struct Answer {
  std::vector<std::uint64_t> results;  ///< of all items
  std::uint64_t steps = 0;             ///< of all items together
};

using Solve = std::function<Answer(const Work& work, unsigned workers)>;

/// What a learner would write; each of the programs has its own.
[[nodiscard]] Answer solve(const Work& work, unsigned workers);

/// How the work is made up: a baseline of some 25 ms in each shape.
struct Shape {
  std::size_t items = 128;
  int expensive_rounds = 150'000;  ///< in an expensive item's task; 2.5 ns each, with a step
  int load_rounds = 0;             ///< in the loading of an expensive item; 1.6 ns each
};

/// The shape that a program is compiled for.
[[nodiscard]] Shape shape();

/// A function to measure.
[[nodiscard]] lockstep::measure::Workload solved_by(Solve solve);

}  // namespace workload
