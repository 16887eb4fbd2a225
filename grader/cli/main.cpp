#include <fmt/core.h>

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <type_traits>

#include "cli/commands.h"
#include "cli/machine.h"
#include "cli/options.h"
#include "os/cores.h"
#include "os/interrupt.h"

namespace {

using namespace lockstep;
using namespace lockstep::cli;

int fail(const Error& error) {
  fmt::print(stderr, "lab: {}\n", error.message);
  return error.fault == Fault::kInput ? kWrongUsage : kMachineFailed;
}

/// Whether a command runs programs, and so needs to know how they can be confined.
template <class Command>
constexpr bool kRunsPrograms = !std::is_same_v<Command, ListOptions> && !std::is_same_v<Command, HintOptions>;

int run_command(const Options& options, std::stop_token stop, StatusLine& status) {
  auto kit = find_kit(options.compiler);
  if (!kit) return fail(kit.error());
  Surroundings here{
      .kit = *kit, .selection = {}, .cores = os::usable_cores(), .jobs = options.jobs, .stop = stop, .status = status};
  if (here.jobs == 0) here.jobs = std::max(1, static_cast<int>(std::lround(here.cores)));
  const auto result = std::visit(
      [&]<class Command>(const Command& command) {
        if constexpr (kRunsPrograms<Command>) here.selection = process::select_backend();
        here.kit.backend = here.selection.backend;
        return run(command, here);
      },
      options.command);
  status.clear();
  if (stop.stop_requested()) {
    fmt::print(stderr, "lab: interrupted; what was built so far is kept for the next run\n");
    return kInterrupted;
  }
  return result ? *result : fail(result.error());
}

/// Output that got lost, on a full disk for one, is no success.
int written(int status) {
  if (std::fflush(stdout) == 0) return status;
  return fail({Fault::kMachine, fmt::format("cannot write to standard output: {}", std::strerror(errno))});
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = parse(argc, argv);
  if (!options) return fail(options.error());
  if (std::holds_alternative<HelpShown>(*options)) return kNoPointLost;
  const os::Interrupt interrupt;
  StatusLine status;
  try {
    return written(run_command(std::get<Options>(*options), interrupt.token(), status));
  } catch (const std::system_error& failed) {  // of fmt::print
    return fail({Fault::kMachine, fmt::format("cannot write to standard output: {}", failed.code().message())});
  }
}
