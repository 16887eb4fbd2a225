#include "amdahl_workload.h"
#include "pipeline.h"

namespace lockstep::measure {

std::vector<Workload> submissions() {
  return {amdahl_workload::workload("run_parallel", [](const Stages& stages, unsigned workers) {
    return run_parallel(stages, workers, amdahl_workload::kPieceBytes);
  })};
}

}  // namespace lockstep::measure
