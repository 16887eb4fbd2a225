// Measures the pipeline on this machine: the share of each stage, the speedup that Amdahl's law predicts from the
// shares, and what more workers really gain.

#include <fmt/core.h>

#include <chrono>
#include <exception>
#include <string>
#include <thread>
#include <vector>

#include "fit.h"
#include "laws.h"
#include "measure.h"
#include "pipeline.h"

namespace {

constexpr std::size_t kLines = 40'000;
constexpr std::size_t kPieceBytes = 16'000;
constexpr int kRuns = 9;

std::chrono::nanoseconds now() { return std::chrono::steady_clock::now().time_since_epoch(); }

double seconds(std::chrono::nanoseconds time) { return std::chrono::duration<double>(time).count(); }

void print_stages(const StageTimes& times) {
  const auto whole = times.read + times.transform + times.aggregate + times.write;
  const auto line = [&](const char* stage, std::chrono::nanoseconds time) {
    fmt::print("{:10} {:8.2f} ms {:5.1f} %\n", stage, 1e3 * seconds(time), 100 * seconds(time) / seconds(whole));
  };
  line("read", times.read);
  line("transform", times.transform);
  line("aggregate", times.aggregate);
  line("write", times.write);
  for (const unsigned workers : {2U, 4U, 16U, 64U}) {
    fmt::print("predicted for {:2} cores: {:5.2f} times as fast\n", workers, predict_speedup(times, workers));
  }
}

void print_fit(const std::vector<Measurement>& measurements) {
  const double one = measurements.front().seconds;
  for (const auto& [workers, time] : measurements) {
    fmt::print("{:2} workers: {:8.2f} ms, {:5.2f} times as fast as one", workers, 1e3 * time, one / time);
    if (workers > 1) fmt::print(", Karp-Flatt {:.3f}", karp_flatt(one / time, workers));
    fmt::print("\n");
  }
  const double fraction = parallel_fraction(fit(measurements));
  fmt::print("by the fit {:.1f} % is parallel: {:.2f} times as fast on 64 cores\n", 100 * fraction,
             amdahl_speedup(fraction, 64));
}

}  // namespace

int main() {
  try {
    const Stages stages = word_count(generate_text(1, kLines));
    fmt::print("The sequential program:\n");
    print_stages(measure_stages(stages, now).times);

    fmt::print("\nThe pipeline, medians of {} runs; this machine has {} cores:\n", kRuns,
               std::thread::hardware_concurrency());
    std::vector<Measurement> runs;
    for (int run = 0; run < kRuns; ++run) {
      // In turn, so that a disturbance of the machine hits all numbers of workers.
      for (const unsigned workers : {1U, 2U, 3U, 4U}) {
        const auto begin = now();
        const std::string report = run_parallel(stages, workers, kPieceBytes);
        runs.push_back({workers, seconds(now() - begin)});
      }
    }
    print_fit(medians(runs));
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
