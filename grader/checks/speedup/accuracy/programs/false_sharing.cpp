#include <thread>

#include "workload.h"

// Wrong: the workers' counters are neighbours in memory, so each step of one takes the cache line from the others.
workload::Answer workload::solve(const Work& work, unsigned workers) {
  Answer answer{.results = std::vector<std::uint64_t>(work.items)};
  std::atomic<std::size_t> next{0};
  std::vector<Steps> steps(workers);
  {
    std::vector<std::jthread> threads;
    threads.reserve(workers);
    for (Steps& own : steps) {
      threads.emplace_back([&] {
        for (std::size_t item = next++; item < work.items; item = next++) {
          answer.results[item] = work.compute(work.load(item), own);
        }
      });
    }
  }
  for (const Steps& own : steps) answer.steps += own;
  return answer;
}
