#include "checks/speedup/record_run.h"

#include <fmt/format.h>

#include <algorithm>

namespace lockstep::checks::speedup {
namespace {

/// The time of the sequential code comes from a process of the submission's program. It counts as far as the lab's own
/// program, which ran on the same data just before, bears it out.
constexpr double kMostDoubt = 1.5;

/// A run that ended so has no right result to compare; but only this way of running is to blame, perhaps: its stacks
/// are smaller, and only one thread runs at a time. The other measures see whether the function runs at all.
bool is_end(FindingKind kind) {
  return kind == FindingKind::kCrash || kind == FindingKind::kEarlyExit || kind == FindingKind::kTimeOut ||
         kind == FindingKind::kMemory || kind == FindingKind::kException;
}

}  // namespace

Answer<std::variant<Forecast, Unpredictable>> record_run(const Bench& bench, const std::string& function,
                                                         unsigned workers, bool with_timeline) {
  const Repetition repetition{
      .function = function, .seed = bench.next_seed(), .workers = workers, .watch = Watch::kPlain, .timeout = {}};
  const Answer<Reading> right = bench.baseline.repeat(plainly(bench, repetition.seed));
  if (!right) return tl::unexpected(right.error());
  auto told = bench.predictor->forecast(repetition, with_timeline);
  if (!told && is_end(told.error().kind)) {
    return Unpredictable{fmt::format("Recorded on one core, it {}.", told.error().what)};
  }
  if (!told) return told;
  if (auto* forecast = std::get_if<Forecast>(&*told)) {
    if (forecast->checksum != right->checksum) return tl::unexpected(wrong_result(repetition));
    const double seen = right->cpu_s > 0 ? right->cpu_s : right->wall_s;
    forecast->baseline_s = std::min(forecast->baseline_s, kMostDoubt * seen);
  }
  return told;
}

}  // namespace lockstep::checks::speedup
