#include "workload.h"

lockstep::measure::Workload lockstep::measure::baseline() {
  return workload::scheduled_by("sequential", [](std::size_t count, unsigned, const auto& task) {
    for (std::size_t i = 0; i < count; ++i) task(i);
  });
}
