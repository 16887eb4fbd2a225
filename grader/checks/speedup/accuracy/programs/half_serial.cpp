#include <thread>

#include "workload.h"

// Wrong: every second item is done before the threads start.
workload::Answer workload::solve(const Work& work, unsigned workers) {
  Answer answer{.results = std::vector<std::uint64_t>(work.items)};
  Steps steps{0};
  for (std::size_t item = 0; item < work.items; item += 2) {
    answer.results[item] = work.compute(work.load(item), steps);
  }
  std::atomic<std::size_t> next{1};
  {
    std::vector<std::jthread> threads;
    threads.reserve(workers);
    for (unsigned i = 0; i < workers; ++i) {
      threads.emplace_back([&] {
        Steps own{0};
        for (std::size_t item = next.fetch_add(2); item < work.items; item = next.fetch_add(2)) {
          answer.results[item] = work.compute(work.load(item), own);
        }
        steps += own;
      });
    }
  }
  answer.steps = steps;
  return answer;
}
