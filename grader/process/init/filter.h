#pragma once

#include "process/plan.h"

namespace lockstep::process {

/// Refuses, from now on and for good, the system calls that a program under test does not need: other namespaces,
/// mounts, other processes' memory, rare parts of the kernel, sockets of rare families (vsock). Where others run beside
/// it (`!plan.alone`), also all sockets, and signals to any but itself. A deny list: what it does not name is allowed,
/// also a system call that a later kernel adds. Tracing stays allowed: LeakSanitizer lives on it, and neither init (not
/// dumpable) nor, under Landlock, any process outside can be traced.
[[nodiscard]] bool install_filter(const Plan& plan);

}  // namespace lockstep::process
