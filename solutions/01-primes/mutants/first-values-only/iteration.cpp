#include "iteration.h"

#include <algorithm>
#include <stdexcept>
#include <thread>
#include <vector>

namespace {

constexpr std::uint64_t kFiveDigits = 100'000;

/// A value, and the time that it took to work it out.
struct Timed {
  std::uint64_t value = 0;
  std::chrono::nanoseconds time{};
};

Timed run_timed(const Way& way, std::uint64_t start, int times, const Clock& now) {
  const auto before = now();
  const std::uint64_t value = way(start, times);
  return {value, now() - before};
}

std::chrono::nanoseconds median(std::vector<std::chrono::nanoseconds> times) {
  std::sort(times.begin(), times.end());
  const std::size_t middle = times.size() / 2;
  return times.size() % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2;
}

}  // namespace

std::uint64_t step(std::uint64_t x) {
  // The last digits of the result depend on the last digits of x alone; without the rest nothing overflows.
  const std::uint64_t digits = x % kFiveDigits;
  return (digits * digits + kFiveDigits - digits + 1) % kFiveDigits;
}

std::uint64_t iterate(std::uint64_t start, int times) {
  std::uint64_t x = start;
  for (int i = 0; i < times; ++i) x = step(x);
  return x;
}

std::uint64_t iterate_on_threads(std::uint64_t start, int times) {
  std::uint64_t x = start;
  for (int i = 0; i < times; ++i) {
    // Each step needs the value of the one before: there is nothing that the caller could do meanwhile.
    std::thread worker([&x] { x = step(x); });
    worker.join();
  }
  return x;
}

Comparison compare(const Way& one_thread, const Way& many_threads, std::uint64_t start, int times, int runs,
                   const Clock& now) {
  std::vector<std::chrono::nanoseconds> one;
  std::vector<std::chrono::nanoseconds> many;
  for (int i = 0; i < runs; ++i) {
    const Timed first = run_timed(one_thread, start, times, now);
    const Timed second = run_timed(many_threads, start, times, now);
    if (i == 0 && first.value != second.value) throw std::runtime_error("the two ways disagree about the value");
    one.push_back(first.time);
    many.push_back(second.time);
  }
  Comparison comparison{.one_thread = median(one), .many_threads = median(many)};
  comparison.speedup =
      static_cast<double>(comparison.one_thread.count()) / static_cast<double>(comparison.many_threads.count());
  comparison.worth_it = comparison.many_threads < comparison.one_thread;
  return comparison;
}
