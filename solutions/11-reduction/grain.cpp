#include "grain.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "blocks.h"

namespace {

void require_valid(std::size_t items, const Plan& plan, const Costs& costs) {
  if (items == 0) throw std::invalid_argument("there must be 1 item at least");
  if (plan.grain == 0 || plan.workers == 0) throw std::invalid_argument("grain and workers must be 1 at least");
  const auto zero = Duration::zero();
  if (costs.item <= zero || costs.block < zero || costs.combine < zero) {
    throw std::invalid_argument("an item must cost something, and nothing may cost less than nothing");
  }
}

Duration times(std::size_t count, Duration cost) { return static_cast<Duration::rep>(count) * cost; }

/// Until the last block has been folded. All blocks but the last cost the same, so the workers take them in turn.
Duration time_of_folds(std::size_t items, const Plan& plan, const Costs& costs) {
  const std::size_t whole = count_blocks(items, plan.grain) - 1;  // blocks before the last one
  const std::size_t rest = items - whole * plan.grain;            // items of the last one
  const auto block = [&costs](std::size_t size) { return costs.block + times(size, costs.item); };
  const Duration before_last = times(whole / plan.workers, block(plan.grain));
  const Duration before = times(count_blocks(whole, plan.workers), block(plan.grain));
  return std::max(before, before_last + block(rest));
}

double speedup(std::size_t items, const Costs& costs, Duration time) {
  return static_cast<double>(times(items, costs.item).count()) / static_cast<double>(time.count());
}

}  // namespace

double speedup_by_blocks(std::size_t items, const Plan& plan, const Costs& costs) {
  require_valid(items, plan, costs);
  const std::size_t combinations = count_blocks(items, plan.grain) - 1;
  return speedup(items, costs, time_of_folds(items, plan, costs) + times(combinations, costs.combine));
}

double speedup_by_tree(std::size_t items, const Plan& plan, const Costs& costs) {
  require_valid(items, plan, costs);
  Duration time = time_of_folds(items, plan, costs);
  for (std::size_t results = count_blocks(items, plan.grain); results > 1; results -= results / 2) {
    time += times(count_blocks(results / 2, plan.workers), costs.combine);
  }
  return speedup(items, costs, time);
}

std::size_t measured_grain(std::span<const std::size_t> candidates, unsigned rounds, const Measure& measure) {
  if (candidates.empty() || rounds == 0) throw std::invalid_argument("there must be a candidate and a round");
  std::vector<std::vector<Duration>> measured(candidates.size());
  for (unsigned round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < candidates.size(); ++i) measured[i].push_back(measure(candidates[i]));
  }
  std::vector<Duration> medians;
  medians.reserve(measured.size());
  for (std::vector<Duration>& durations : measured) {
    std::ranges::sort(durations);
    medians.push_back(durations[(durations.size() - 1) / 2]);
  }
  return candidates[static_cast<std::size_t>(std::ranges::min_element(medians) - medians.begin())];
}
