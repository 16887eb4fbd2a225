#include <mutex>
#include <thread>

#include "workload.h"

// Wrong: everything is done under one lock.
workload::Answer workload::solve(const Work& work, unsigned workers) {
  Answer answer{.results = std::vector<std::uint64_t>(work.items)};
  std::mutex mutex;
  std::size_t next = 0;  // guarded by mutex
  Steps steps{0};
  {
    std::vector<std::jthread> threads;
    threads.reserve(workers);
    for (unsigned i = 0; i < workers; ++i) {
      threads.emplace_back([&] {
        while (true) {
          const std::lock_guard lock(mutex);
          const std::size_t item = next++;
          if (item >= work.items) return;
          answer.results[item] = work.compute(work.load(item), steps);
        }
      });
    }
  }
  answer.steps = steps;
  return answer;
}
