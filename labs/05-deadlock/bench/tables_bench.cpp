// The four tables, each with a thread for each seat: how many meals in a second, and how evenly shared? This is for you
// to see; the grade does not depend on it.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <latch>
#include <thread>
#include <vector>

#include "table.h"

namespace {

using namespace std::chrono_literals;
using MakeTable = std::unique_ptr<Table> (*)(int seats);

constexpr auto kEvening = 100ms;

/// All eat as often as they can, for one evening.
/// \return the meals of each seat
std::vector<long> dine(Table& table, int seats) {
  std::vector<long> meals(static_cast<std::size_t>(seats));
  std::latch all_here(seats + 1);
  std::atomic<bool> over = false;
  {
    std::vector<std::jthread> philosophers;
    philosophers.reserve(static_cast<std::size_t>(seats));
    for (int seat = 0; seat < seats; ++seat) {
      philosophers.emplace_back([&, seat] {
        long mine = 0;
        const Meal meal = [&mine] {
          for (int i = 0; i < 200; ++i) benchmark::DoNotOptimize(i);
          ++mine;
        };
        all_here.arrive_and_wait();
        while (!over) table.eat(seat, meal);
        meals[static_cast<std::size_t>(seat)] = mine;
      });
    }
    all_here.arrive_and_wait();
    std::this_thread::sleep_for(kEvening);
    over = true;
  }
  return meals;
}

void evening(benchmark::State& state, MakeTable make) {
  const int seats = static_cast<int>(state.range(0));
  double all = 0;
  double least = 0;
  double most = 0;
  for (auto _ : state) {
    const auto table = make(seats);
    const auto meals = dine(*table, seats);
    for (const long mine : meals) all += static_cast<double>(mine);
    least += static_cast<double>(*std::ranges::min_element(meals));
    most += static_cast<double>(*std::ranges::max_element(meals));
  }
  using benchmark::Counter;
  state.counters["meals"] = Counter(all, Counter::kIsRate);           // a second
  state.counters["least"] = Counter(least, Counter::kAvgIterations);  // of one philosopher, in an evening
  state.counters["most"] = Counter(most, Counter::kAvgIterations);
}

void with_two_and_five_seats(benchmark::internal::Benchmark* benchmark) {
  benchmark->ArgName("seats")->Arg(2)->Arg(5)->UseRealTime()->Iterations(5);
}

}  // namespace

BENCHMARK_CAPTURE(evening, ordered, ordered_table)->Name("ordered")->Apply(with_two_and_five_seats);
BENCHMARK_CAPTURE(evening, waiter, waiter_table)->Name("waiter")->Apply(with_two_and_five_seats);
BENCHMARK_CAPTURE(evening, back_off, back_off_table)->Name("back_off")->Apply(with_two_and_five_seats);
BENCHMARK_CAPTURE(evening, monitor, monitor_table)->Name("monitor")->Apply(with_two_and_five_seats);

BENCHMARK_MAIN();
