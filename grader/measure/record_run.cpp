#include "measure/record_run.h"

#include <fmt/format.h>

#include <algorithm>

namespace lockstep::measure {
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

Answer<std::variant<Prediction, Unpredictable>> record_run(const Bench& bench, const std::string& function,
                                                           unsigned workers, bool with_timeline) {
  const RunRequest request{
      .function = function, .seed = bench.next_seed(), .workers = workers, .watch = Watch::kPlain, .timeout = {}};
  const Answer<Reading> right = bench.baseline.repeat(baseline_run(bench, request.seed));
  if (!right) return tl::unexpected(right.error());
  auto told = bench.predictor->predict(request, with_timeline);
  if (!told && is_end(told.error().kind)) {
    return Unpredictable{fmt::format("Recorded on one core, it {}.", told.error().what)};
  }
  if (!told) return told;
  if (auto* prediction = std::get_if<Prediction>(&*told)) {
    if (prediction->checksum != right->checksum) return tl::unexpected(wrong_result(request));
    const double seen = right->cpu_s > 0 ? right->cpu_s : right->wall_s;
    prediction->baseline_s = std::min(prediction->baseline_s, kMostDoubt * seen);
  }
  return told;
}

}  // namespace lockstep::measure
