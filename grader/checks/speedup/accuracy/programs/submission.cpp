#include "workload.h"

std::vector<lockstep::measure::Workload> lockstep::measure::submissions() {
  return {workload::solved_by(workload::solve)};
}
