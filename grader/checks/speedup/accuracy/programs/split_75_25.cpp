#include <thread>

#include "workload.h"

// Wrong: one thread does three quarters of the work, however many workers there may be.
workload::Answer workload::solve(const Work& work, unsigned /*workers*/) {
  Answer answer{.results = std::vector<std::uint64_t>(work.items)};
  Steps steps{0};
  const auto take = [&](bool fourths) {
    Steps own{0};
    for (std::size_t item = 0; item < work.items; ++item) {
      if ((item % 4 == 3) == fourths) answer.results[item] = work.compute(work.load(item), own);
    }
    steps += own;
  };
  {
    const std::jthread other(take, true);
    take(false);
  }
  answer.steps = steps;
  return answer;
}
