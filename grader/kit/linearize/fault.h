#pragma once

#include <cstdint>

#include "lockstep/fault.h"

namespace lockstep::linearize {

/// From now on the k-th call of `fault_point` throws.
/// \param k  0: none does
void arm_fault(std::int64_t k);

/// Whether it has thrown since it was armed.
[[nodiscard]] bool fault_thrown();

}  // namespace lockstep::linearize
