#include "blocks.h"
#include "histogram.h"
#include "shared.h"

std::vector<std::uint64_t> shared_histogram(std::span<const std::uint32_t> values, std::size_t bins, const Plan& plan) {
  SharedHistogram counted(bins);
  for_each_block(values.size(), plan, [&](const Block& block) {
    for (const std::uint32_t value : values.subspan(block.begin, block.end - block.begin)) counted.add(value);
  });
  std::vector<std::uint64_t> total(bins);
  for (std::size_t bin = 0; bin < bins; ++bin) total[bin] = counted.count(bin);
  return total;
}
