#include <fmt/core.h>

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <system_error>

#include "cli/command_line.h"
#include "cli/machine.h"
#include "cli/terminal.h"
#include "os/cores.h"
#include "os/interrupt.h"
#include "text/console_text.h"

namespace {

using namespace lockstep;
using namespace lockstep::cli;

int fail(const Error& error) {
  fmt::print(stderr, "lab: {}\n", console_text(error.message));
  return error.fault == Fault::kInput ? kWrongUsage : kMachineFailed;
}

int run_command(const CommandLine& line, std::stop_token stop, StatusLine& status) {
  auto kit = find_kit(line.compiler);
  if (!kit) return fail(kit.error());
  CommandContext here{.kit = *kit,
                      .selection = {},
                      .cores = os::usable_cores(),
                      .jobs = line.jobs,
                      .stop = stop,
                      .status = status,
                      .compiler_named = !line.compiler.empty()};
  if (here.jobs == 0) here.jobs = std::max(1, static_cast<int>(std::lround(here.cores)));
  if (line.subcommand->info.runs_programs) here.selection = process::select_backend();
  here.kit.backend = here.selection.backend;
  const auto result = line.subcommand->run(line.options, here);
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
  const auto line = parse(argc, argv);
  if (!line) return fail(line.error());
  if (std::holds_alternative<HelpShown>(*line)) return kNoPointLost;
  if (std::get<CommandLine>(*line).plain) write_plainly();
  const os::Interrupt interrupt;
  StatusLine status;
  try {
    return written(run_command(std::get<CommandLine>(*line), interrupt.token(), status));
  } catch (const std::system_error& failed) {  // of fmt::print
    return fail({Fault::kMachine, fmt::format("cannot write to standard output: {}", failed.code().message())});
  }
}
