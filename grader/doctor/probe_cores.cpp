#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <thread>

#include "doctor/probes.h"

namespace lockstep::doctor {
namespace {

using Seconds = std::chrono::duration<double>;

/// Work that no memory and no lock slows down. \return a value, so that it cannot be left out
std::uint64_t spin(std::uint64_t rounds) {
  std::uint64_t x = 88'172'645'463'325'252ULL;
  for (std::uint64_t i = 0; i < rounds; ++i) {
    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
  }
  return x;
}

template <class Work>
double time_of(const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return Seconds(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

Probe probe_cores(double cores) {
  Probe probe{.id = "cores",
              .what = "cores",
              .level = Level::kGood,
              .result = fmt::format("{:.3g} of {} may be used", cores, std::thread::hardware_concurrency()),
              .consequence = "",
              .fix = ""};
  if (cores < 2) {
    probe.level = Level::kDegraded;
    probe.consequence = "a speedup cannot be shown here: checks of kind speedup are inconclusive, and cost no points";
    probe.fix = "give the machine or container at least two cores";
  }
  return probe;
}

Probe probe_speedup_now() {
  constexpr std::uint64_t kRounds = 20'000'000;
  constexpr int kTries = 3;
  std::uint64_t sink = 0;
  double best = 0;
  for (int i = 0; i < kTries; ++i) {
    std::uint64_t other = 0;
    const double one = time_of([&] { sink += spin(2 * kRounds); });
    const double two = time_of([&] {
      const std::jthread helper([&] { other = spin(kRounds); });
      sink += spin(kRounds);
    });
    sink += other;
    best = std::max(best, one / two);
  }
  constexpr double kQuiet = 1.6;
  Probe probe{.id = "speedup",
              .what = "two threads",
              .level = Level::kGood,
              .result = fmt::format("{:.2f} times as fast as one, at this moment{}", best, sink == 0 ? "." : ""),
              .consequence = "",
              .fix = ""};
  if (best < kQuiet) {
    probe.level = Level::kDegraded;
    probe.consequence =
        "the clock tells little now: speedup is judged by whether tasks run at the same time and how evenly "
        "their work is shared";
    probe.fix = "nothing has to be done; for speedups by the clock, stop what else is running";
  }
  return probe;
}

}  // namespace lockstep::doctor
