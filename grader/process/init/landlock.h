#pragma once

#include "process/plan.h"

namespace lockstep::process {

/// Confines this process, and all that it starts, to the plan's files; where the kernel can, keeps it from TCP and from
/// signalling others, too. \return false with errno when the kernel has no Landlock.
[[nodiscard]] bool enter_landlock(const Plan& plan);

}  // namespace lockstep::process
