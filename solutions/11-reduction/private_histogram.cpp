#include "blocks.h"
#include "histogram.h"
#include "per_worker.h"

std::vector<std::uint64_t> private_histogram(std::span<const std::uint32_t> values, std::size_t bins,
                                             const Plan& plan) {
  using Histogram = std::vector<std::uint64_t>;
  PerWorker<Histogram> counted(plan.workers, Histogram(bins));
  for_each_block(values.size(), plan, [&](const Block& block) {
    Histogram& mine = counted[block.worker];
    for (const std::uint32_t value : values.subspan(block.begin, block.end - block.begin)) ++mine.at(value);
  });
  Histogram total(bins);
  for (std::size_t worker = 0; worker < counted.size(); ++worker) {
    for (std::size_t bin = 0; bin < bins; ++bin) total[bin] += counted[worker][bin];
  }
  return total;
}
