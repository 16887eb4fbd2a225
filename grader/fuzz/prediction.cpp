// What a lab's program says of its run on many cores, in JSON.

#include "measure/prediction.h"

#include <cmath>

#include "input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using lockstep::fuzz::require;
  const auto read = lockstep::measure::read_prediction(lockstep::fuzz::text_of(data, size));
  if (!read) return 0;
  require(read->workers >= 1 && read->workers <= 4096, "a sane number of workers");
  for (const double time :
       {read->baseline_s, read->makespan_s, read->work_s, read->span_s, read->at_most_one_runs, read->busiest_share}) {
    require(std::isfinite(time) && time >= 0, "times and shares are numbers, and not negative");
  }
  for (const auto& thread : read->timeline) {
    for (const auto& slice : thread)
      require(std::isfinite(slice.begin_s) && std::isfinite(slice.end_s), "a slice has times");
  }
  return 0;
}
