#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <ostream>

#include "plan.h"

/// Numbers of workers for which everything must be right: few, more than this machine has cores, and prime numbers,
/// which divide no number of blocks by chance.
inline constexpr std::array<unsigned, 8> kWorkers{1, 2, 3, 4, 5, 7, 11, 13};

/// Grains: of one item, of some, and more than there are.
inline constexpr std::array<std::size_t, 6> kGrains{1, 2, 3, 8, 100, std::numeric_limits<std::size_t>::max()};

/// Calls `check` with each combination of them.
template <class Check>
void for_each_plan(const Check& check) {
  for (const unsigned workers : kWorkers) {
    for (const std::size_t grain : kGrains) check(Plan{.grain = grain, .workers = workers});
  }
}

/// As it is shown when a case fails.
inline std::ostream& operator<<(std::ostream& out, const Plan& plan) {
  return out << "grain " << plan.grain << ", " << plan.workers << (plan.workers == 1 ? " worker" : " workers");
}
