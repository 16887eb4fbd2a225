#include "primes_workload.h"

namespace lockstep::measure {

Workload baseline() {
  return primes_workload::workload(
      "find_sequential", [](std::span<const std::uint64_t> numbers, const Predicate& predicate, unsigned /*workers*/) {
        return find_sequential(numbers, predicate);
      });
}

}  // namespace lockstep::measure
