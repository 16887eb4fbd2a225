#include <shared_mutex>

#include "readers_workload.h"

namespace lockstep::measure {

/// The standard's lock, which promises no fairness, on one thread: it never has to wait.
Workload baseline() {
  using Readers = readers_workload::Readers<std::shared_mutex>;
  return readers_workload::workload<std::shared_mutex>("shared_mutex",
                                                       [](Readers& readers, unsigned /*workers*/) { readers.work(); });
}

}  // namespace lockstep::measure
