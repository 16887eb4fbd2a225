#include "amdahl_workload.h"

namespace lockstep::measure {

Workload baseline() {
  return amdahl_workload::workload("run_sequential",
                                   [](const Stages& stages, unsigned /*workers*/) { return run_sequential(stages); });
}

}  // namespace lockstep::measure
