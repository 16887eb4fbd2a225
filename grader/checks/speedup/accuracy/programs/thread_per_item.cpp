#include <thread>

#include "workload.h"

// Wrong: a thread for each item, which costs more than the item. As many live as there are workers.
workload::Answer workload::solve(const Work& work, unsigned workers) {
  Answer answer{.results = std::vector<std::uint64_t>(work.items)};
  Steps steps{0};
  {
    std::vector<std::jthread> threads(workers);
    for (std::size_t item = 0; item < work.items; ++item) {
      std::jthread& free = threads[item % workers];
      if (free.joinable()) free.join();
      free = std::jthread([&, item] {
        Steps own{0};
        answer.results[item] = work.compute(work.load(item), own);
        steps += own;
      });
    }
  }
  answer.steps = steps;
  return answer;
}
