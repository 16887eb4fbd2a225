#include "cli/run_doctor.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>

#include "cli/terminal.h"
#include "doctor/doctor.h"

namespace lockstep::cli {

void declare(Arguments&, DoctorOptions&) {}

Result<ExitStatus> run(const DoctorOptions&, const CommandContext& here) {
  const auto probes = doctor::examine(
      {.kit = here.kit,
       .selection = here.selection,
       .cores = here.cores,
       .stop = here.stop,
       .progress = [&](std::string_view what) { here.status.show(fmt::format("examining {}", what)); }});
  here.status.clear();
  fmt::print("{}", doctor::render(probes, wants_colour(STDOUT_FILENO), terminal_width(STDOUT_FILENO)));
  const bool lacking = std::any_of(probes.begin(), probes.end(),
                                   [](const doctor::Probe& probe) { return probe.level == doctor::Level::kMissing; });
  return lacking ? kMachineFailed : kNoPointLost;
}

}  // namespace lockstep::cli
