#include "blocks.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

namespace {

/// What the workers share.
struct Shared {
  std::mutex mutex;
  std::size_t next = 0;             // guarded by mutex
  std::exception_ptr stopped = {};  // guarded by mutex while workers run; the first exception
};

/// \return the first block that no worker has taken; nothing when there is none, or a worker gave up
std::optional<std::size_t> take(Shared& shared, std::size_t blocks) {
  const std::scoped_lock lock(shared.mutex);
  if (shared.stopped || shared.next == blocks) return std::nullopt;
  return shared.next++;
}

void work(Shared& shared, std::size_t items, std::size_t grain, unsigned worker, const Body& body) {
  const std::size_t blocks = count_blocks(items, grain);
  while (const std::optional<std::size_t> index = take(shared, blocks)) {
    const std::size_t begin = *index * grain;
    const std::size_t end = *index + 1 == blocks ? items : begin + grain;
    try {
      body({.index = *index, .begin = begin, .end = end, .worker = worker});
    } catch (...) {
      const std::scoped_lock lock(shared.mutex);
      if (!shared.stopped) shared.stopped = std::current_exception();
    }
  }
}

}  // namespace

std::size_t count_blocks(std::size_t items, std::size_t grain) {
  if (grain == 0) throw std::invalid_argument("a block without items");
  return items == 0 ? 0 : (items - 1) / grain + 1;
}

void for_each_block(std::size_t items, const Plan& plan, const Body& body) {
  const std::size_t blocks = count_blocks(items, plan.grain);
  if (plan.workers == 0) throw std::invalid_argument("blocks without workers");
  Shared shared;
  std::vector<std::thread> threads(std::min<std::size_t>(plan.workers, blocks));
  for (unsigned worker = 0; worker < threads.size(); ++worker) {
    threads[worker] = std::thread(work, std::ref(shared), items, plan.grain, worker, std::cref(body));
  }
  for (std::thread& thread : threads) thread.join();
  if (shared.stopped) std::rethrow_exception(shared.stopped);
}
