#include "process/busy_processes.h"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>

namespace lockstep::process {
namespace {

/// After a fork of a program with threads, only system calls are safe.
[[noreturn]] void compute_for_ever(pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(0);  // died before it could be told
  for (volatile std::uint64_t x = 0;;) x = x + 1;
}

}  // namespace

Result<BusyProcesses> BusyProcesses::start(int count) {
  BusyProcesses processes;
  const pid_t parent = getpid();
  for (int i = 0; i < count; ++i) {
    const pid_t child = fork();
    if (child == 0) compute_for_ever(parent);
    if (child < 0) return machine_error("a process cannot be started");
    processes.ids_.push_back(child);
  }
  return processes;
}

BusyProcesses::~BusyProcesses() {
  for (const pid_t id : ids_) kill(id, SIGKILL);
  for (const pid_t id : ids_) waitpid(id, nullptr, 0);
}

}  // namespace lockstep::process
