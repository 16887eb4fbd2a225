#pragma once

#include <cstdint>

#include "lockstep/fault.h"

namespace lockstep::linearize {

/// From now on the k-th call of `fault_point` throws.
/// \param k  0: none does
void arm_fault(std::int64_t k);

/// Whether it has thrown since it was armed.
[[nodiscard]] bool fault_thrown();

/// Begins to count the objects of lockstep/counted.h anew.
void forget_counted();

/// How many there are more than when the count began.
[[nodiscard]] std::int64_t counted();

}  // namespace lockstep::linearize
