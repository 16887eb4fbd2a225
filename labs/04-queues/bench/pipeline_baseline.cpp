#include "pipeline_workload.h"

namespace lockstep::measure {

Workload baseline() {
  return pipeline_workload::workload(
      "one_loop", [](const Source& source, const Transform& transform, const Sink& sink, unsigned /*workers*/) {
        while (const auto item = source()) sink(transform(*item));
      });
}

}  // namespace lockstep::measure
