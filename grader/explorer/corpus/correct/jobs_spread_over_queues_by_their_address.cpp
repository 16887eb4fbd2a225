// finding: none
// Three producers put each job into one of two queues, by a hash of the job's address, while a large vector is alive
// beside them.
#include <array>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

struct Queue {
  std::mutex mutex;
  std::vector<std::unique_ptr<int>> jobs;
};

int main() {
  constexpr int kEach = 3;
  std::vector<char> beside(20'000);
  std::array<Queue, 2> queues;
  std::atomic<int> done{0};
  const auto produce = [&] {
    for (int i = 0; i < kEach; ++i) {
      auto job = std::make_unique<int>(i);
      Queue& queue = queues[(reinterpret_cast<std::uintptr_t>(job.get()) >> 4) % queues.size()];
      const std::lock_guard lock(queue.mutex);
      queue.jobs.push_back(std::move(job));
      ++done;
    }
  };
  std::thread first(produce);
  std::thread second(produce);
  std::thread third(produce);
  first.join();
  second.join();
  third.join();
  assert(done == 3 * kEach);
  assert(queues[0].jobs.size() + queues[1].jobs.size() == std::size_t{3} * kEach);
}
