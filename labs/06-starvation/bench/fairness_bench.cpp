// Fair locks beside unfair ones, each with several threads that come again and again: how often do they get in, and how
// evenly? This is for you to see; the grade does not depend on it.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <latch>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <vector>

#include "fair_shared_mutex.h"
#include "ticket_lock.h"
#include "writer_preference_mutex.h"

namespace {

using namespace std::chrono_literals;
using benchmark::Counter;

constexpr auto kRun = 100ms;

/// A thread that looks at the right moment gets it.
class SpinLock {
 public:
  void lock() {
    while (taken_.exchange(true)) std::this_thread::yield();
  }
  void unlock() { taken_ = false; }

 private:
  std::atomic<bool> taken_ = false;
};

void work_a_little() {
  for (int i = 0; i < 200; ++i) benchmark::DoNotOptimize(i);
}

/// Each thread calls its function again and again, for `kRun`.
/// \return how often each has called it
std::vector<double> visits(const std::vector<std::function<void()>>& functions) {
  std::vector<double> all(functions.size());
  std::latch all_here(static_cast<std::ptrdiff_t>(functions.size()) + 1);
  std::atomic<bool> over = false;
  {
    std::vector<std::jthread> threads;
    threads.reserve(functions.size());
    for (std::size_t i = 0; i < functions.size(); ++i) {
      threads.emplace_back([&, i] {
        double mine = 0;
        all_here.arrive_and_wait();
        for (; !over; ++mine) functions[i]();
        all[i] = mine;
      });
    }
    all_here.arrive_and_wait();
    std::this_thread::sleep_for(kRun);
    over = true;
  }
  return all;
}

template <class Lock>
void one_at_a_time(benchmark::State& state) {
  double least = 0;
  double most = 0;
  for (auto _ : state) {
    Lock lock;
    const auto visit = [&lock] {
      const std::scoped_lock guard(lock);
      work_a_little();
    };
    const auto all = visits(std::vector<std::function<void()>>(static_cast<std::size_t>(state.range(0)), visit));
    least += *std::ranges::min_element(all);
    most += *std::ranges::max_element(all);
  }
  state.counters["least"] = Counter(least, Counter::kAvgIterations);  // visits of the thread that got in least often
  state.counters["most"] = Counter(most, Counter::kAvgIterations);
}

template <class Mutex>
void readers_and_a_writer(benchmark::State& state) {
  double reads = 0;
  double writes = 0;
  for (auto _ : state) {
    Mutex mutex;
    const auto read = [&mutex] {
      const std::shared_lock lock(mutex);
      work_a_little();
    };
    std::vector<std::function<void()>> functions(static_cast<std::size_t>(state.range(0)), read);
    functions.emplace_back([&mutex] {
      const std::scoped_lock lock(mutex);
      work_a_little();
    });
    const auto all = visits(functions);
    writes += all.back();
    for (std::size_t i = 0; i + 1 < all.size(); ++i) reads += all[i];
  }
  state.counters["reads"] = Counter(reads, Counter::kAvgIterations);
  state.counters["writes"] = Counter(writes, Counter::kAvgIterations);
}

void with_two_and_five(benchmark::internal::Benchmark* benchmark) {
  benchmark->ArgName("visitors")->Arg(2)->Arg(5)->UseRealTime()->Iterations(5);
}

void with_four_readers(benchmark::internal::Benchmark* benchmark) {
  benchmark->ArgName("readers")->Arg(4)->UseRealTime()->Iterations(5);
}

}  // namespace

BENCHMARK(one_at_a_time<SpinLock>)->Name("spin_lock")->Apply(with_two_and_five);
BENCHMARK(one_at_a_time<std::mutex>)->Name("std_mutex")->Apply(with_two_and_five);
BENCHMARK(one_at_a_time<TicketLock>)->Name("ticket_lock")->Apply(with_two_and_five);
BENCHMARK(readers_and_a_writer<std::shared_mutex>)->Name("std_shared_mutex")->Apply(with_four_readers);
BENCHMARK(readers_and_a_writer<WriterPreferenceMutex>)->Name("writer_preference")->Apply(with_four_readers);
BENCHMARK(readers_and_a_writer<FairSharedMutex>)->Name("fair_shared_mutex")->Apply(with_four_readers);

BENCHMARK_MAIN();
