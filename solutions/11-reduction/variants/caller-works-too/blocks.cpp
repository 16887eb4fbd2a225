#include "blocks.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

namespace {

/// The blocks of a computation, each for one worker only, until there are none left or a worker gave up.
class Work {
 public:
  Work(std::size_t items, std::size_t grain)
      : items_(items), grain_(grain), blocks_(count_blocks(items, grain)), next_(0) {}

  [[nodiscard]] std::size_t blocks() const { return blocks_; }

  /// Calls the body for block after block.
  void run(unsigned worker, const Body& body) {
    try {
      // Relaxed: only the index itself is shared here. What the bodies write is published by the end of their threads.
      for (std::size_t index = next_.fetch_add(1, std::memory_order_relaxed); index < blocks_;
           index = next_.fetch_add(1, std::memory_order_relaxed)) {
        body(block(index, worker));
      }
    } catch (...) {
      give_up();
    }
  }

  /// Call it when all workers have ended.
  void rethrow_if_any() const {
    if (first_) std::rethrow_exception(first_);
  }

 private:
  [[nodiscard]] Block block(std::size_t index, unsigned worker) const {
    const std::size_t begin = index * grain_;
    // Not begin + grain_, which may be more than a std::size_t can hold.
    return {.index = index, .begin = begin, .end = begin + std::min(grain_, items_ - begin), .worker = worker};
  }

  /// Keeps the exception under way if it is the first one. Call it in a catch block. Nobody gets a block from now on.
  void give_up() {
    const std::scoped_lock lock(mutex_);
    if (!first_) first_ = std::current_exception();
    next_.store(blocks_, std::memory_order_relaxed);
  }

  const std::size_t items_;
  const std::size_t grain_;
  const std::size_t blocks_;
  std::atomic<std::size_t> next_;
  std::mutex mutex_;
  std::exception_ptr first_;  // guarded by mutex_ while workers run
};

}  // namespace

std::size_t count_blocks(std::size_t items, std::size_t grain) {
  if (grain == 0) throw std::invalid_argument("the grain must be 1 at least");
  return items / grain + (items % grain == 0 ? 0 : 1);
}

void for_each_block(std::size_t items, const Plan& plan, const Body& body) {
  if (plan.workers == 0) throw std::invalid_argument("there must be 1 worker at least");
  Work work(items, plan.grain);
  const auto workers = static_cast<unsigned>(std::min<std::size_t>(plan.workers, work.blocks()));
  {
    std::vector<std::jthread> threads;
    threads.reserve(workers);
    for (unsigned worker = 1; worker < workers; ++worker) {
      threads.emplace_back([&work, &body, worker] { work.run(worker, body); });
    }
    work.run(0, body);
  }  // A jthread joins as it goes: from here on, all that the bodies wrote can be read.
  work.rethrow_if_any();
}
