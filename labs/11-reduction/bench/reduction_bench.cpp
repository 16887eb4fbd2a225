// What you measure yourself: the time against the grain, private counts against shared ones, and false sharing, with
// the processor's counters where the machine allows it. This is for you to see; the grade does not depend on it.

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <exception>
#include <map>
#include <random>
#include <thread>
#include <vector>

#include "cache_counters.h"
#include "grain.h"
#include "histogram.h"
#include "per_worker.h"
#include "reduce.h"
#include "sums.h"

namespace {

constexpr unsigned kRounds = 5;

template <class Function>
Duration time_of(const Function& function) {
  const auto begin = std::chrono::steady_clock::now();
  function();
  return std::chrono::steady_clock::now() - begin;
}

double milliseconds(Duration time) { return std::chrono::duration<double, std::milli>(time).count(); }

Duration median(std::vector<Duration> times) {
  std::ranges::sort(times);
  return times[(times.size() - 1) / 2];
}

template <class Function>
Duration median_time_of(const Function& function) {
  std::vector<Duration> times(kRounds);
  for (Duration& time : times) time = time_of(function);
  return median(std::move(times));
}

unsigned cores() { return std::max(1U, std::thread::hardware_concurrency()); }

void show_grains() {
  constexpr std::size_t kItems = std::size_t{1} << 22U;
  const std::vector<double> values(kItems, 0.1);
  const std::vector<std::size_t> grains{16, 64, 256, 1024, 4096, 16'384, 65'536, 262'144, 1'048'576, kItems};
  std::map<std::size_t, std::vector<Duration>> times;
  const std::size_t best = measured_grain(grains, kRounds, [&](std::size_t grain) {
    const Duration time = time_of([&] { (void)float_sum(values, {.grain = grain, .workers = cores()}); });
    times[grain].push_back(time);
    return time;
  });
  fmt::print("float_sum of {} numbers, {} workers, medians of {} runs:\n", kItems, cores(), kRounds);
  for (const std::size_t grain : grains) {
    fmt::print("{:>9} numbers in a block, {:>7} blocks: {:8.2f} ms{}\n", grain, count_blocks(kItems, grain),
               milliseconds(median(times[grain])), grain == best ? "  <- measured_grain" : "");
  }
}

void show_predictions() {
  constexpr std::size_t kItems = std::size_t{1} << 22U;
  constexpr std::size_t kBlocks = 10'000;
  const std::vector<double> values(kItems, 0.1);
  const Duration all = median_time_of([&] { (void)float_sum(values, {.grain = kItems, .workers = 1}); });
  const Duration taken =
      median_time_of([] { for_each_block(kBlocks, {.grain = 1, .workers = 1}, [](const Block&) {}); });
  // In picoseconds, which Duration cannot hold: a thousand items, blocks and combinations each.
  const Costs thousand{.item = std::max(Duration(1), all * 1000 / static_cast<Duration::rep>(kItems)),
                       .block = taken * 1000 / static_cast<Duration::rep>(kBlocks),
                       .combine = Duration(1000)};
  fmt::print("\nAn item costs {:.2f} ns, a block {:.0f} ns besides. Predicted speedup, with 1 ns for a combination:\n",
             static_cast<double>(thousand.item.count()) / 1000, static_cast<double>(thousand.block.count()) / 1000);
  for (const std::size_t grain : {std::size_t{16}, std::size_t{1024}, std::size_t{65'536}, std::size_t{1'048'576}}) {
    fmt::print("{:>9} numbers in a block:", grain);
    for (const unsigned workers : {2U, 16U, 64U}) {
      const Plan plan{.grain = grain, .workers = workers};
      fmt::print("  {:2} cores {:5.2f} by blocks, {:5.2f} by tree", workers, speedup_by_blocks(kItems, plan, thousand),
                 speedup_by_tree(kItems, plan, thousand));
    }
    fmt::print("\n");
  }
}

void show_histograms() {
  constexpr std::size_t kValues = std::size_t{1} << 21U;
  fmt::print("\nHistograms of {} values, medians of {} runs:\n", kValues, kRounds);
  for (const std::size_t bins : {std::size_t{2}, std::size_t{64}, std::size_t{65'536}}) {
    std::mt19937 random(11);
    std::vector<std::uint32_t> values(kValues);
    std::ranges::generate(values, [&] { return static_cast<std::uint32_t>(random() % bins); });
    for (const unsigned workers : {1U, cores()}) {
      const Plan plan{.grain = 16'384, .workers = workers};
      const Duration owned = median_time_of([&] { (void)private_histogram(values, bins, plan); });
      const Duration shared = median_time_of([&] { (void)shared_histogram(values, bins, plan); });
      fmt::print("{:>6} bins, {:>2} workers: private {:8.2f} ms, shared {:8.2f} ms, {:5.1f} times as long\n", bins,
                 workers, milliseconds(owned), milliseconds(shared), milliseconds(shared) / milliseconds(owned));
    }
  }
}

/// Two threads, each of which adds to its own counter. An atomic that only one thread writes needs no atomic addition.
void count_on_two_threads(std::atomic<std::uint64_t>& one, std::atomic<std::uint64_t>& other) {
  constexpr int kTimes = 20'000'000;
  const auto count = [](std::atomic<std::uint64_t>& counter) {
    for (int i = 0; i < kTimes; ++i)
      counter.store(counter.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  };
  const std::jthread first([&] { count(one); });
  const std::jthread second([&] { count(other); });
}

/// Can be copied, as PerWorker asks.
struct Counter {
  Counter() = default;
  Counter(const Counter& other) : count(other.count.load()) {}
  Counter& operator=(const Counter&) = delete;
  ~Counter() = default;

  std::atomic<std::uint64_t> count = 0;
};

void show_counting(const char* where, std::atomic<std::uint64_t>& one, std::atomic<std::uint64_t>& other) {
  const CacheCounters counters;
  const Duration time = time_of([&] { count_on_two_threads(one, other); });
  const CacheEvents events = counters.stop();
  fmt::print("{:<21} {:8.2f} ms", where, milliseconds(time));
  const auto show = [](const char* what, const std::optional<std::uint64_t>& count) {
    if (count) fmt::print(", {} {}", *count, what);
  };
  show("instructions", events.instructions);
  show("loads that the first-level cache did not have", events.first_level_misses);
  show("accesses that the last-level cache did not have", events.last_level_misses);
  fmt::print("\n");
}

void show_false_sharing() {
  fmt::print("\nTwo threads, each with a counter of its own:\n");
  alignas(kCacheLine) std::array<Counter, 2> neighbours;
  PerWorker<Counter> apart(2);
  for (int run = 0; run < 3; ++run) {
    show_counting("in one cache line", neighbours[0].count, neighbours[1].count);
    show_counting("in a cache line each", apart[0].count, apart[1].count);
  }
  const CacheCounters counters;
  if (!counters.why_not().empty()) {
    fmt::print(
        "This machine does not let the program count cache misses ({}). The times show the same, if two cores\n"
        "are free: on one core, or where both threads run on the two halves of one core, there is little to see.\n",
        counters.why_not());
  }
}

}  // namespace

int main() {
  try {
    show_grains();
    show_predictions();
    show_histograms();
    show_false_sharing();
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
