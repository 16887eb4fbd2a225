#include <fmt/format.h>

#include <system_error>

#include "doctor/probes.h"

namespace lockstep::doctor {

Probe probe_sandbox(const process::SandboxSelection& selection) {
  Probe probe{.id = "sandbox",
              .what = "sandbox",
              .level = Level::kGood,
              .result = std::string(process::name(selection.backend)),
              .consequence = process::missing(selection.backend),
              .fix = ""};
  if (probe.consequence.empty()) return probe;
  probe.level = Level::kDegraded;
  probe.result += fmt::format(" ({})", fmt::join(selection.refused, "; "));
  probe.fix =
      "apt-get install bubblewrap; where the system forbids user namespaces: "
      "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, or run as root";
  return probe;
}

Probe probe_memory_limit(const Machine& machine) {
  Probe probe{.id = "memory-limit",
              .what = "memory limit",
              .level = Level::kGood,
              .result = "is kept",
              .consequence = "",
              .fix = ""};
  const auto program = machine.work_dir / "hog";
  std::error_code ignored;
  std::filesystem::create_directories(machine.work_dir, ignored);
  const Answer built =
      machine.run({machine.compiler, "-std=c++20", "-O1", machine.planted / "hog.cpp", "-o", program}, Where::kOpen);
  const Answer ran = built.succeeded() ? machine.run({program}, Where::kSandbox) : built;
  if (ran.started && std::holds_alternative<process::OutOfMemory>(ran.exit)) return probe;
  probe.level = Level::kDegraded;
  probe.result = built.succeeded() ? "a program that took three times its limit " + process::describe(ran.exit)
                                   : "could not be tried: the planted program does not build";
  probe.consequence = "a program that takes too much memory can slow down the whole machine";
  probe.fix = "make control groups writable (run as root), or see that /proc is mounted";
  return probe;
}

}  // namespace lockstep::doctor
