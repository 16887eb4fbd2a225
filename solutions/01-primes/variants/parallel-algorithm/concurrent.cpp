#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

#include "primes.h"

namespace {

/// Hands out the indices of the numbers, each to one worker only, until there are none left or a worker gave up.
class Work {
 public:
  explicit Work(std::size_t size) : size_(size) {}

  /// \return an index that nobody else gets, or one past the last
  std::size_t take() {
    // Relaxed: only the index itself is shared here. What the workers write is published by the end of their threads.
    const std::size_t index = next_.fetch_add(1, std::memory_order_relaxed);
    return std::min(index, size_);
  }

  /// Nobody gets anything from now on.
  void give_up() { next_.store(size_, std::memory_order_relaxed); }

  [[nodiscard]] bool ends_at(std::size_t index) const { return index == size_; }

 private:
  const std::size_t size_;
  std::atomic<std::size_t> next_{0};
};

/// Calls body(0), ..., body(size - 1), each once, on so many threads; throws the first exception that a body threw,
/// once all threads have ended.
template <class Body>
void for_each_index(std::size_t size, unsigned threads, const Body& body) {
  Work work(size);
  std::vector<std::future<void>> ends;
  std::vector<std::jthread> running;
  for (unsigned i = 0; i < threads; ++i) {
    std::packaged_task<void()> task([&] {
      try {
        for (std::size_t at = work.take(); !work.ends_at(at); at = work.take()) body(at);
      } catch (...) {
        work.give_up();
        throw;
      }
    });
    ends.push_back(task.get_future());
    running.emplace_back(std::move(task));
  }
  running.clear();
  for (auto& end : ends) end.get();
}

std::vector<std::uint64_t> collect(std::span<const std::uint64_t> numbers, std::span<const char> wanted_at) {
  std::vector<std::uint64_t> found;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (wanted_at[i] != 0) found.push_back(numbers[i]);
  }
  return found;
}

}  // namespace

unsigned worker_count(unsigned requested, unsigned hardware, std::size_t numbers) {
  const unsigned wanted = requested > 0 ? requested : std::max(hardware, 1U);
  return static_cast<unsigned>(std::min<std::size_t>(wanted, numbers));
}

std::vector<std::uint64_t> find_with_threads(std::span<const std::uint64_t> numbers, const Predicate& wanted,
                                             unsigned workers) {
  std::vector<char> wanted_at(numbers.size());
  const unsigned count = worker_count(workers, std::thread::hardware_concurrency(), numbers.size());
  for_each_index(numbers.size(), count, [&](std::size_t i) { wanted_at[i] = wanted(numbers[i]) ? 1 : 0; });
  return collect(numbers, wanted_at);
}

std::vector<std::uint64_t> find_with_futures(std::span<const std::uint64_t> numbers, const Predicate& wanted,
                                             unsigned workers) {
  std::vector<char> wanted_at(numbers.size());
  const unsigned count = worker_count(workers, std::thread::hardware_concurrency(), numbers.size());
  for_each_index(numbers.size(), count, [&](std::size_t i) { wanted_at[i] = wanted(numbers[i]) ? 1 : 0; });
  return collect(numbers, wanted_at);
}
