#include "cli/speedup_survey.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>
#include <variant>

#include "checks/speedup/gather.h"
#include "checks/speedup/interval.h"
#include "checks/speedup/record_run.h"

namespace lockstep::cli {
namespace {

namespace speedup = checks::speedup;

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

speedup::Answer<std::vector<Timings>> measure(const speedup::Bench& bench, std::span<const std::string> functions,
                                              std::span<const unsigned> workers, const SpeedupCheck& settings) {
  std::vector<speedup::Timed> timed;
  for (const std::string& function : functions) timed.push_back({function, 0});
  std::vector<Timings> all(functions.size());
  for (const unsigned number : workers) {
    const auto rounds = speedup::time_functions(bench, timed, number, settings, kTimeForEach);
    if (!rounds) return tl::unexpected(rounds.error());
    for (std::size_t i = 0; i < all.size(); ++i) {
      std::vector<double> speedups;
      for (const speedup::Round& round : (*rounds)[i]) {
        speedups.push_back(round.baseline_s / round.submission_s);
        ++all[i].rounds;
        if (round.capacity.quiet(number)) ++all[i].quiet;
      }
      all[i].measured.push_back({number, speedup::median_interval(std::move(speedups))});
    }
  }
  return all;
}

speedup::Answer<Recordings> record(const speedup::Bench& bench, const std::string& function,
                                   unsigned timeline_workers) {
  Recordings all;
  std::span<const unsigned> numbers = kRecorded;
  for (int i = 0; i < kRecordings && !numbers.empty(); ++i) {
    bench.progress(fmt::format("{}: recording {}/{}", function, i + 1, kRecordings));
    for (std::size_t at = 0; at < numbers.size(); ++at) {
      auto recorded = speedup::record_run(bench, function, numbers[at]);
      if (!recorded) return tl::unexpected(recorded.error());
      if (auto* forecast = std::get_if<speedup::Forecast>(&*recorded)) {
        all.forecasts.push_back(std::move(*forecast));
        continue;
      }
      if (all.refused.empty()) all.refused = std::get<speedup::Unpredictable>(*recorded).why;
      numbers = numbers.first(at);  // nor can it be with more
    }
  }
  if (all.forecasts.empty()) return all;
  auto recorded = speedup::record_run(bench, function, timeline_workers, true);
  if (!recorded) return tl::unexpected(recorded.error());
  if (auto* timeline = std::get_if<speedup::Forecast>(&*recorded)) all.timeline = std::move(*timeline);
  return all;
}

}  // namespace lockstep::cli
