#pragma once

#include "process/plan.h"

namespace lockstep::process {

/// Refuses, from now on and for good, the system calls that a program under test has no business with: other
/// namespaces, mounts, other processes' memory, the kernel's rarer doors. Where others run beside it (`!plan.alone`),
/// also sockets and signals to any but itself. Tracing stays allowed: LeakSanitizer lives on it, and neither init (not
/// dumpable) nor, under Landlock, any process outside can be traced.
[[nodiscard]] bool install_filter(const Plan& plan);

}  // namespace lockstep::process
