#include <atomic>
#include <mutex>
#include <thread>

#include "workload.h"

namespace {

using Task = std::function<void(std::size_t)>;

void shared_index(std::size_t count, unsigned workers, const Task& task) {
  std::atomic<std::size_t> next{0};
  std::vector<std::jthread> threads;
  threads.reserve(workers);
  for (unsigned i = 0; i < workers; ++i) {
    threads.emplace_back([&] {
      for (std::size_t at = next++; at < count; at = next++) task(at);
    });
  }
}

void one_lock(std::size_t count, unsigned workers, const Task& task) {
  std::mutex mutex;
  shared_index(count, workers, [&](std::size_t at) {
    const std::lock_guard lock(mutex);
    task(at);
  });
}

void equal_counts(std::size_t count, unsigned workers, const Task& task) {
  std::vector<std::jthread> threads;
  threads.reserve(workers);
  for (unsigned i = 0; i < workers; ++i) {
    threads.emplace_back([=, &task] {
      for (std::size_t at = count * i / workers; at < count * (i + 1) / workers; ++at) task(at);
    });
  }
}

void three_to_one(std::size_t count, unsigned, const Task& task) {
  const auto take = [&task, count](bool fourth) {
    for (std::size_t at = 0; at < count; ++at) {
      if ((at % 4 == 3) == fourth) task(at);
    }
  };
  const std::jthread other(take, true);
  take(false);
}

}  // namespace

std::vector<lockstep::measure::Workload> lockstep::measure::submissions() {
  return {workload::scheduled_by("shared_index", shared_index), workload::scheduled_by("one_lock", one_lock),
          workload::scheduled_by("equal_counts", equal_counts), workload::scheduled_by("three_to_one", three_to_one)};
}
