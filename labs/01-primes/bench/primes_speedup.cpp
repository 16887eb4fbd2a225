#include "primes_workload.h"

namespace lockstep::measure {

std::vector<Workload> submissions() {
  return {primes_workload::workload("find_with_threads", find_with_threads),
          primes_workload::workload("find_with_futures", find_with_futures)};
}

}  // namespace lockstep::measure
