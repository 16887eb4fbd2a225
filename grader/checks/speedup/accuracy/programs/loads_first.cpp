#include <thread>

#include "workload.h"

// Wrong: all is loaded before the threads start, which is half of the time, and no task.
workload::Answer workload::solve(const Work& work, unsigned workers) {
  Answer answer{.results = std::vector<std::uint64_t>(work.items)};
  std::vector<std::uint64_t> loaded;
  for (std::size_t item = 0; item < work.items; ++item) loaded.push_back(work.load(item));

  std::atomic<std::size_t> next{0};
  Steps steps{0};
  {
    std::vector<std::jthread> threads;
    threads.reserve(workers);
    for (unsigned i = 0; i < workers; ++i) {
      threads.emplace_back([&] {
        Steps own{0};
        for (std::size_t item = next++; item < work.items; item = next++) {
          answer.results[item] = work.compute(loaded[item], own);
        }
        steps += own;
      });
    }
  }
  answer.steps = steps;
  return answer;
}
