#include "measure/extra_runs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>
#include <variant>

#include "measure/interval.h"
#include "measure/measurements.h"
#include "measure/record_run.h"

namespace lockstep::measure {
namespace {

constexpr std::chrono::milliseconds kTimeForEach{4'000};  // number of workers
constexpr unsigned kMostWorkers = 48;                     // that can be recorded; a check allows 64 threads
constexpr std::array kRecorded{1U, 2U, 4U, 8U, 16U, 32U, kMostWorkers};
constexpr int kRecordings = 5;

}  // namespace

std::vector<unsigned> workers_to_measure(double cores) {
  const auto most = std::clamp(static_cast<unsigned>(std::min(cores, 1e6)), 1U, kMostWorkers);
  std::vector<unsigned> all;
  for (unsigned workers = 1; workers < most; workers = workers < 8 ? workers + 1 : 2 * workers) all.push_back(workers);
  all.push_back(most);
  return all;
}

Answer<std::vector<Timings>> time_runs(const Bench& bench, std::span<const std::string> functions,
                                       std::span<const unsigned> workers, const SpeedupCheck& settings) {
  std::vector<Timed> timed;
  for (const std::string& function : functions) timed.push_back({function, 0});
  std::vector<Timings> all(functions.size());
  for (const unsigned number : workers) {
    const auto rounds = time_functions(bench, timed, number, settings, kTimeForEach);
    if (!rounds) return tl::unexpected(rounds.error());
    for (std::size_t i = 0; i < all.size(); ++i) {
      std::vector<double> speedups;
      for (const Round& round : (*rounds)[i]) {
        speedups.push_back(round.baseline_s / round.submission_s);
        ++all[i].rounds;
        if (round.capacity.quiet(number)) ++all[i].quiet;
      }
      all[i].measured.push_back({number, median_interval(std::move(speedups))});
    }
  }
  return all;
}

Answer<Recordings> record_runs(const Bench& bench, const std::string& function, unsigned timeline_workers) {
  Recordings all;
  std::span<const unsigned> numbers = kRecorded;
  for (int i = 0; i < kRecordings && !numbers.empty(); ++i) {
    bench.progress(fmt::format("{}: recording {}/{}", function, i + 1, kRecordings));
    for (std::size_t at = 0; at < numbers.size(); ++at) {
      auto recorded = record_run(bench, function, numbers[at]);
      if (!recorded) return tl::unexpected(recorded.error());
      if (auto* prediction = std::get_if<Prediction>(&*recorded)) {
        all.predictions.push_back(std::move(*prediction));
        continue;
      }
      if (all.refused.empty()) all.refused = std::get<Unpredictable>(*recorded).why;
      numbers = numbers.first(at);  // nor can it be with more
    }
  }
  if (all.predictions.empty()) return all;
  auto recorded = record_run(bench, function, timeline_workers, true);
  if (!recorded) return tl::unexpected(recorded.error());
  if (auto* timeline = std::get_if<Prediction>(&*recorded)) all.timeline = std::move(*timeline);
  return all;
}

}  // namespace lockstep::measure
