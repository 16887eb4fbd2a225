#include "explorer/explore/reduce_finding.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace lockstep::explorer {
namespace {

/// Those that are known, in order.
std::vector<Place> known_places(const RawFinding& finding) {
  std::vector<Place> places = finding.places;
  std::erase(places, Place{0});
  std::sort(places.begin(), places.end());
  return places;
}

}  // namespace

bool same_finding(const RawFinding& one, const RawFinding& other) {
  if (one.kind != other.kind || one.source != other.source) return false;
  if (one.source) return true;
  if (one.kind == FindingKind::kLivelock) return one.places.size() == other.places.size();
  const std::vector<Place> places = known_places(one);
  return places == known_places(other) && (!places.empty() || one.message == other.message);
}

std::optional<ReducedFinding> reduce(Runner& runner, const Rules& rules, const RawFinding& finding,
                                     const Schedule& schedule, std::uint64_t most_runs) {
  if (finding.kind == FindingKind::kTimeOut || finding.kind == FindingKind::kNondeterminism) return std::nullopt;
  std::optional<RawFinding> latest;
  const Trial trial = [&](Strategy& strategy) {
    latest = runner.repeat(strategy, rules);
    return latest && same_finding(*latest, finding);
  };
  auto smallest = reduced(schedule, trial, most_runs);
  if (!smallest) return std::nullopt;
  return ReducedFinding{
      .finding = std::move(*latest), .schedule = std::move(smallest->schedule), .reduction = smallest->reduction};
}

std::optional<FindingReport> reproduce_reduced(Runner& runner, Symbols& symbols, const RawFinding& finding,
                                               const Schedule& schedule, const ExploreOptions& options) {
  const std::uint64_t most_runs = std::min(options.schedules, kMostReducingRuns);
  const auto smallest = reduce(runner, runner.rules(), finding, schedule, most_runs);
  if (!smallest) return std::nullopt;
  auto reported = reproduce(runner, symbols, smallest->finding, smallest->schedule, options.seed);
  if (reported && smallest->reduction.to < smallest->reduction.from) reported->found.reduction = smallest->reduction;
  return reported;
}

}  // namespace lockstep::explorer
