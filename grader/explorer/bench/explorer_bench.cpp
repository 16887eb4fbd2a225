// What exploring costs: schedules and visible operations a second, a check of one access to memory, and how much slower
// a loop is whose every access is checked.
//
// Compiled like a learner's code, for the explorer. CPU time is what counts: the machine may be busy.

#include <benchmark/benchmark.h>

#include <array>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include "explorer/explore/exploration.h"
#include "sieve.h"

namespace {

using lockstep::Exploration;

constexpr std::uint64_t kAtATime = 20'000;

/// \return the schedules run
std::uint64_t explore(const std::function<void()>& body, lockstep::Strategy strategy, std::uint64_t schedules,
                      std::uint64_t seed) {
  std::uint64_t run = 0;
  const lockstep::explorer::Program program{.body = body, .before = [&run] { ++run; }};
  const Exploration result = lockstep::explorer::explore_program(
      program, {.strategy = strategy, .schedules = schedules, .time = std::chrono::hours(1), .seed = seed});
  if (result.finding) std::abort();
  return run;
}

void explore_again_and_again(benchmark::State& state, const std::function<void()>& body) {
  std::uint64_t schedules = 0;
  std::uint64_t seed = 1;
  for (auto _ : state) {
    schedules += explore(body, static_cast<lockstep::Strategy>(state.range(0)), kAtATime, seed);
    seed += kAtATime;
  }
  state.counters["schedules/s"] = benchmark::Counter(static_cast<double>(schedules), benchmark::Counter::kIsRate);
}

/// Two threads, each with so many critical sections under one lock.
template <int Sections>
void two_threads(benchmark::State& state) {
  explore_again_and_again(state, [] {
    std::mutex mutex;
    int value = 0;
    const auto work = [&] {
      for (int i = 0; i < Sections; ++i) {
        const std::scoped_lock lock(mutex);
        ++value;
      }
    };
    std::thread first(work);
    std::thread second(work);
    first.join();
    second.join();
  });
}

void visible_operations(benchmark::State& state) {
  constexpr int kEach = 5'000;
  std::uint64_t operations = 0;
  std::uint64_t seed = 1;
  const auto body = [] {
    std::atomic<int> sum{0};
    const auto work = [&] {
      for (int i = 0; i < kEach; ++i) sum.fetch_add(1);
    };
    std::thread first(work);
    std::thread second(work);
    first.join();
    second.join();
  };
  for (auto _ : state) {
    operations += explore(body, static_cast<lockstep::Strategy>(state.range(0)), 100, seed) * 2 * kEach;
    seed += 100;
  }
  state.counters["operations/s"] = benchmark::Counter(static_cast<double>(operations), benchmark::Counter::kIsRate);
}

/// One access to memory a time, checked against its history, inside one schedule.
void checked_accesses(benchmark::State& state) {
  constexpr std::size_t kWords = 1024;
  constexpr int kRounds = 2'000;
  std::uint64_t accesses = 0;
  const auto body = [] {
    std::array<long, kWords> words{};
    volatile long* const first = words.data();
    for (int round = 0; round < kRounds; ++round) {
      for (std::size_t i = 0; i < kWords; ++i) first[i] = round;
    }
  };
  for (auto _ : state) accesses += explore(body, lockstep::Strategy::kRandom, 3, 1) * kWords * kRounds;
  state.counters["accesses/s"] = benchmark::Counter(static_cast<double>(accesses), benchmark::Counter::kIsRate);
}

constexpr std::size_t kSieved = 1000;

void sieve_explored(benchmark::State& state) {
  constexpr int kRounds = 1000;
  const auto body = [] {
    std::vector<char> composite(kSieved);
    for (int round = 0; round < kRounds; ++round) benchmark::DoNotOptimize(sieve(composite));
  };
  std::uint64_t rounds = 0;
  for (auto _ : state) rounds += explore(body, lockstep::Strategy::kRandom, 3, 1) * kRounds;
  state.counters["sieves/s"] = benchmark::Counter(static_cast<double>(rounds), benchmark::Counter::kIsRate);
}

/// The same, compiled as if nobody looked: the quotient is the slowdown of explored code.
void sieve_plain(benchmark::State& state) {
  std::vector<char> composite(kSieved);
  std::uint64_t rounds = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(plain_sieve(composite));
    ++rounds;
  }
  state.counters["sieves/s"] = benchmark::Counter(static_cast<double>(rounds), benchmark::Counter::kIsRate);
}

constexpr auto kRandom = static_cast<std::int64_t>(lockstep::Strategy::kRandom);
constexpr auto kPct = static_cast<std::int64_t>(lockstep::Strategy::kPct);
constexpr auto kPos = static_cast<std::int64_t>(lockstep::Strategy::kPos);
constexpr auto kSurw = static_cast<std::int64_t>(lockstep::Strategy::kSurw);
constexpr auto kGuided = static_cast<std::int64_t>(lockstep::Strategy::kGuided);

BENCHMARK(two_threads<3>)->Arg(kRandom)->Arg(kPct)->Arg(kPos)->Arg(kSurw)->Arg(kGuided)->Unit(benchmark::kMillisecond);
BENCHMARK(two_threads<1>)->Arg(kRandom)->Arg(kPct)->Unit(benchmark::kMillisecond);
BENCHMARK(visible_operations)->Arg(kRandom)->Arg(kPct)->Unit(benchmark::kMillisecond);
BENCHMARK(checked_accesses)->Unit(benchmark::kMillisecond);
BENCHMARK(sieve_explored)->Unit(benchmark::kMillisecond);
BENCHMARK(sieve_plain);

}  // namespace

BENCHMARK_MAIN();
