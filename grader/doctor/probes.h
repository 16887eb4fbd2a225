#pragma once

#include "doctor/doctor.h"
#include "doctor/machine.h"

namespace lockstep::doctor {

/// Each examines one thing, and does no more to the machine than to run programs on it.
[[nodiscard]] Probe probe_compiler(const Machine& machine, const std::string& compiler);
[[nodiscard]] Probe probe_builder(const Machine& machine, const std::string& program, const std::string& package);
[[nodiscard]] Probe probe_libraries(const Machine& machine);
[[nodiscard]] Probe probe_linker(const Machine& machine);

[[nodiscard]] Probe probe_thread_sanitizer(const Machine& machine);
[[nodiscard]] Probe probe_address_sanitizer(const Machine& machine);
[[nodiscard]] Probe probe_leak_sanitizer(const Machine& machine);
[[nodiscard]] Probe probe_undefined_sanitizer(const Machine& machine);

[[nodiscard]] Probe probe_sandbox(const process::SandboxSelection& selection);
[[nodiscard]] Probe probe_memory_limit(const Machine& machine);

/// \param cores  that may be used: affinity and quota counted
[[nodiscard]] Probe probe_cores(double cores);

/// Whether two threads are faster than one at this moment, measured for some 0.3 s.
[[nodiscard]] Probe probe_speedup_now();

}  // namespace lockstep::doctor
