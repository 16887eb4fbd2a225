// One thread pushes and one pops, as fast as they can: what does the second lock gain? This is for you to see; the
// grade does not depend on it.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <thread>

#include "bounded_queue.h"
#include "one_lock_queue.h"
#include "two_lock_queue.h"

namespace {

constexpr std::uint64_t kItems = 50'000;

template <class Queue>
void both_ends(benchmark::State& state) {
  for (auto _ : state) {
    Queue queue;
    std::jthread producer([&] {
      for (std::uint64_t i = 0; i < kItems; ++i) queue.push(std::uint64_t{i});
    });
    for (std::uint64_t popped = 0; popped < kItems;) {
      if (queue.try_pop()) ++popped;
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kItems));
}

void blocking(benchmark::State& state) {
  for (auto _ : state) {
    BoundedQueue<std::uint64_t> queue(static_cast<std::size_t>(state.range(0)));
    std::jthread producer([&] {
      for (std::uint64_t i = 0; i < kItems; ++i) (void)queue.push(std::uint64_t{i});
      queue.close();
    });
    while (queue.pop()) {
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kItems));
}

}  // namespace

BENCHMARK(both_ends<OneLockQueue<std::uint64_t>>)->Name("one_lock")->UseRealTime();
BENCHMARK(both_ends<TwoLockQueue<std::uint64_t>>)->Name("two_locks")->UseRealTime();
BENCHMARK(blocking)->Name("bounded")->ArgName("capacity")->RangeMultiplier(16)->Range(1, 4096)->UseRealTime();

BENCHMARK_MAIN();
