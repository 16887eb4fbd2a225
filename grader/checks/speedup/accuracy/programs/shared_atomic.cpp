#include <thread>

#include "workload.h"

// Wrong: all workers count with one atomic in the inner loop.
workload::Answer workload::solve(const Work& work, unsigned workers) {
  Answer answer{.results = std::vector<std::uint64_t>(work.items)};
  std::atomic<std::size_t> next{0};
  Steps steps{0};
  {
    std::vector<std::jthread> threads;
    threads.reserve(workers);
    for (unsigned i = 0; i < workers; ++i) {
      threads.emplace_back([&] {
        for (std::size_t item = next++; item < work.items; item = next++) {
          answer.results[item] = work.compute(work.load(item), steps);
        }
      });
    }
  }
  answer.steps = steps;
  return answer;
}
