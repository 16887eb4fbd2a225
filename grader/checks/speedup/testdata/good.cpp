#include <atomic>
#include <thread>

#include "workload.h"

std::vector<lockstep::measure::Workload> lockstep::measure::submissions() {
  const auto schedule = [](std::size_t count, unsigned workers, const auto& task) {
    std::atomic<std::size_t> next{0};
    std::vector<std::jthread> threads;
    threads.reserve(workers);
    for (unsigned i = 0; i < workers; ++i) {
      threads.emplace_back([&] {
        for (std::size_t at = next++; at < count; at = next++) task(at);
      });
    }
  };
  return {workload::scheduled_by("good", schedule)};
}
