#include <benchmark/benchmark.h>

#include <cstdint>
#include <vector>

#include "iteration.h"
#include "primes.h"
#include "primes_workload.h"

namespace {

constexpr std::uint64_t kSeed = 1;

void sequential(benchmark::State& state) {
  const std::vector<std::uint64_t> numbers = primes_workload::numbers(kSeed);
  for (auto _ : state) benchmark::DoNotOptimize(find_sequential(numbers, is_prime));
}

template <auto find>
void concurrent(benchmark::State& state) {
  const std::vector<std::uint64_t> numbers = primes_workload::numbers(kSeed);
  const auto workers = static_cast<unsigned>(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(find(numbers, is_prime, workers));
}

void iteration(benchmark::State& state, const Way& way) {
  for (auto _ : state) benchmark::DoNotOptimize(way(3, 20));
}

}  // namespace

// Real time: the CPU time of the calling thread says nothing about the workers.
BENCHMARK(sequential)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(concurrent<find_with_threads>)
    ->Name("threads")
    ->ArgName("workers")
    ->RangeMultiplier(2)
    ->Range(1, 8)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(concurrent<find_with_futures>)
    ->Name("futures")
    ->ArgName("workers")
    ->RangeMultiplier(2)
    ->Range(1, 8)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(iteration, one_thread, iterate)->UseRealTime();
BENCHMARK_CAPTURE(iteration, many_threads, iterate_on_threads)->UseRealTime();

BENCHMARK_MAIN();
