#include "pipeline_workload.h"

namespace lockstep::measure {

std::vector<Workload> submissions() {
  return {pipeline_workload::workload(
      "run_pipeline", [](const Source& source, const Transform& transform, const Sink& sink, unsigned workers) {
        run_pipeline(source, transform, sink, {.workers = workers, .window = 64});
      })};
}

}  // namespace lockstep::measure
