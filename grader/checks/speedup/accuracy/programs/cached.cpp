#include <thread>

#include "workload.h"

// Wrong: what was found once is taken again, whatever the data are.
workload::Answer workload::solve(const Work& work, unsigned workers) {
  static Answer remembered;  // from call to call: that is the cheat
  if (!remembered.results.empty()) return remembered;

  remembered.results.resize(work.items);
  Steps steps{0};
  {
    std::vector<std::jthread> threads;
    threads.reserve(workers);
    for (unsigned first = 0; first < workers; ++first) {
      threads.emplace_back([&, first] {
        for (std::size_t item = first; item < work.items; item += workers) {
          remembered.results[item] = work.compute(work.load(item), steps);
        }
      });
    }
  }
  remembered.steps = steps;
  return remembered;
}
