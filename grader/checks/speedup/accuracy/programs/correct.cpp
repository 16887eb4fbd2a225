#include <thread>

#include "workload.h"

// Correct: a free worker takes the next item; each counts its own.
workload::Answer workload::solve(const Work& work, unsigned workers) {
  Answer answer{.results = std::vector<std::uint64_t>(work.items)};
  std::atomic<std::size_t> next{0};
  Steps steps{0};
  {
    std::vector<std::jthread> threads;
    threads.reserve(workers);
    for (unsigned i = 0; i < workers; ++i) {
      threads.emplace_back([&] {
        Steps own{0};
        for (std::size_t item = next++; item < work.items; item = next++) {
          answer.results[item] = work.compute(work.load(item), own);
        }
        steps += own;
      });
    }
  }
  answer.steps = steps;
  return answer;
}
