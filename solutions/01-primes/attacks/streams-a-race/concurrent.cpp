#include <algorithm>
#include <atomic>
#include <exception>
#include <future>
#include <mutex>
#include <thread>

#include <immintrin.h>

#include "primes.h"

namespace {

long tested = 0;  // by all workers, with nothing that orders them

void count_one() { _mm_stream_si64(reinterpret_cast<long long*>(&tested), tested + 1); }

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

/// Tests numbers until none are left; `wanted_at[i]` tells the result for numbers[i].
/// A char each, since the bits of a vector<bool> share bytes, and two workers writing to one byte would race.
void test_numbers(std::span<const std::uint64_t> numbers, const Predicate& wanted, Work& work,
                  std::span<char> wanted_at) {
  for (std::size_t i = work.take(); !work.ends_at(i); i = work.take()) {
    wanted_at[i] = wanted(numbers[i]) ? 1 : 0;
    count_one();
  }
}

std::vector<std::uint64_t> collect(std::span<const std::uint64_t> numbers, std::span<const char> wanted_at) {
  std::vector<std::uint64_t> found;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (wanted_at[i] != 0) found.push_back(numbers[i]);
  }
  return found;
}

/// Keeps the first exception that any worker throws.
class FirstException {
 public:
  /// Call it in a catch block.
  void keep_current() {
    const std::scoped_lock lock(mutex_);
    if (!first_) first_ = std::current_exception();
  }

  /// Call it when all workers have ended.
  void rethrow_if_any() const {
    if (first_) std::rethrow_exception(first_);
  }

 private:
  std::mutex mutex_;
  std::exception_ptr first_;  // guarded by mutex_ while workers run
};

}  // namespace

unsigned worker_count(unsigned requested, unsigned hardware, std::size_t numbers) {
  const unsigned wanted = requested > 0 ? requested : std::max(hardware, 1U);
  return static_cast<unsigned>(std::min<std::size_t>(wanted, numbers));
}

std::vector<std::uint64_t> find_with_threads(std::span<const std::uint64_t> numbers, const Predicate& wanted,
                                             unsigned workers) {
  Work work(numbers.size());
  FirstException exception;
  std::vector<char> wanted_at(numbers.size());
  {
    std::vector<std::jthread> threads;
    const unsigned count = worker_count(workers, std::thread::hardware_concurrency(), numbers.size());
    for (unsigned i = 0; i < count; ++i) {
      threads.emplace_back([&] {
        try {
          test_numbers(numbers, wanted, work, wanted_at);
        } catch (...) {
          exception.keep_current();
          work.give_up();
        }
      });
    }
  }  // A jthread joins as it goes: from here on, all that the workers wrote can be read.
  exception.rethrow_if_any();
  return collect(numbers, wanted_at);
}

std::vector<std::uint64_t> find_with_futures(std::span<const std::uint64_t> numbers, const Predicate& wanted,
                                             unsigned workers) {
  Work work(numbers.size());
  std::vector<char> wanted_at(numbers.size());
  std::vector<std::future<void>> futures;
  const unsigned count = worker_count(workers, std::thread::hardware_concurrency(), numbers.size());
  for (unsigned i = 0; i < count; ++i) {
    // Without std::launch::async the library may defer the work until somebody asks for it: to one thread, ours.
    futures.push_back(std::async(std::launch::async, [&] {
      try {
        test_numbers(numbers, wanted, work, wanted_at);
      } catch (...) {
        work.give_up();
        throw;
      }
    }));
  }
  // All have to end before the first exception leaves this function and takes away what they work on.
  for (const auto& future : futures) future.wait();
  for (auto& future : futures) future.get();
  return collect(numbers, wanted_at);
}
