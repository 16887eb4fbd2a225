#include "measure/measurements.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "measure/clock.h"
#include "measure/interval.h"

namespace lockstep::measure {
namespace {

using std::chrono::milliseconds;

constexpr unsigned kWorkersWatched = 2;
constexpr std::size_t kParallelismRuns = 5;

// Tasks that cannot meet never do, however often they are asked; so trying again, with a longer timeout, is fair to a
// machine that was held up, and gives nothing to a program that is wrong.
constexpr std::array kOverlapTimeouts{milliseconds(100), milliseconds(200)};
constexpr milliseconds kParallelismTimeout{100};

/// One run on fresh data, its result compared with the baseline's.
Answer<Reading> run_checked(const Bench& bench, RunRequest request) {
  request.seed = bench.next_seed();
  Answer<Reading> reading = bench.submission.repeat(request);
  if (!reading) return reading;
  Answer<Reading> right = bench.baseline.repeat(baseline_run(bench, request.seed));
  if (!right) return right;
  if (reading->checksum != right->checksum) return tl::unexpected(wrong_result(request));
  return reading;
}

/// The readings of one round: the baseline's first, then each function's.
Answer<std::vector<Reading>> read_round(const Bench& bench, std::span<const Timed> functions, unsigned workers,
                                        bool baseline_first) {
  const std::uint64_t seed = bench.next_seed();
  std::vector<Reading> readings(1 + functions.size());
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const std::size_t at = baseline_first ? i : readings.size() - 1 - i;
    const RunRequest request =
        at == 0
            ? baseline_run(bench, seed)
            : RunRequest{
                  .function = functions[at - 1].function, .seed = seed, .workers = workers, .watch = {}, .timeout = {}};
    const Answer<Reading> reading = (at == 0 ? bench.baseline : bench.submission).repeat(request);
    if (!reading) return tl::unexpected(reading.error());
    readings[at] = *reading;
  }
  for (std::size_t i = 0; i < functions.size(); ++i) {
    if (readings[i + 1].checksum == readings[0].checksum) continue;
    return tl::unexpected(wrong_result(
        {.function = functions[i].function, .seed = seed, .workers = workers, .watch = {}, .timeout = {}}));
  }
  return readings;
}

}  // namespace

Answer<double> measure_overlap(const Bench& bench, const std::string& function, const SpeedupCheck& settings) {
  bench.progress(function + ": do its tasks meet");
  double best = 0;
  for (const milliseconds timeout : kOverlapTimeouts) {
    const Answer<Reading> reading = run_checked(
        bench,
        {.function = function, .seed = 0, .workers = kWorkersWatched, .watch = Watch::kMeet, .timeout = timeout});
    if (!reading) return tl::unexpected(reading.error());
    best = std::max(best, reading->values[0]);
    if (best >= settings.meet_share) break;
  }
  return best;
}

Answer<WorkSharing> measure_parallelism(const Bench& bench, const std::string& function) {
  bench.progress(function + ": how the work is shared");
  std::vector<double> parallelism;
  std::vector<double> busiest;
  for (std::size_t i = 0; i < kParallelismRuns; ++i) {
    const Answer<Reading> reading = run_checked(bench, {.function = function,
                                                        .seed = 0,
                                                        .workers = kWorkersWatched,
                                                        .watch = Watch::kParallelism,
                                                        .timeout = kParallelismTimeout});
    if (!reading) return tl::unexpected(reading.error());
    parallelism.push_back(reading->values[0]);
    busiest.push_back(reading->values[1]);
  }
  return WorkSharing{.parallelism = median(parallelism), .busiest = median(busiest)};
}

Answer<std::vector<std::vector<Round>>> time_functions(const Bench& bench, std::span<const Timed> functions,
                                                       unsigned workers, const SpeedupCheck& settings,
                                                       std::chrono::milliseconds budget) {
  const auto end = std::chrono::steady_clock::now() + budget;
  std::vector<std::vector<Round>> rounds(functions.size());
  for (std::size_t n = 1; n <= kMostRounds; ++n) {
    bench.progress(fmt::format("speedup, round {}", n));
    const Capacity capacity = bench.calibrator(workers);
    const auto readings = read_round(bench, functions, workers, n % 2 == 0);
    if (!readings) return tl::unexpected(readings.error());
    const Reading& baseline = readings->front();
    for (std::size_t i = 0; i < functions.size(); ++i) {
      const Reading& submission = (*readings)[i + 1];
      rounds[i].push_back({.capacity = capacity,
                           .baseline_s = baseline.wall_s,
                           .submission_s = submission.wall_s,
                           .baseline_cpu_s = baseline.cpu_s,
                           .submission_cpu_s = submission.cpu_s});
    }
    // Looking after every round would make chance look like evidence too often.
    const bool look = n >= kLeastRounds && n % 4 == 0;
    bool clear = look;
    for (std::size_t i = 0; clear && i < functions.size(); ++i) {
      clear = is_clear(read_clock(rounds[i], workers, functions[i].busy), settings.full_points_at);
    }
    if (clear || std::chrono::steady_clock::now() >= end) break;
  }
  return rounds;
}

}  // namespace lockstep::measure
