#include "cli/machine_notes.h"

#include <fmt/core.h>

#include <utility>

#include "checks/check.h"
#include "cli/machine.h"
#include "doctor/doctor.h"

namespace lockstep::cli {

std::vector<std::string> machine_notes(const CommandContext& here, const Manifest& manifest) {
  std::vector<std::string> notes;
  if (auto open = sandbox_warning(here.selection); !open.empty()) notes.push_back(std::move(open));
  std::vector<build::Flavour> flavours;
  for (const Check& check : manifest.checks) {
    for (const build::Flavour flavour : checks::flavours(check)) flavours.push_back(flavour);
  }
  const doctor::ProbeContext context{
      .kit = here.kit,
      .selection = here.selection,
      .cores = here.cores,
      .stop = here.stop,
      .progress = [&](std::string_view what) { here.status.show(fmt::format("examining {}", what)); }};
  for (const doctor::Probe& probe : doctor::examine_for(context, flavours)) {
    if (probe.level == doctor::Level::kGood) continue;
    notes.push_back(fmt::format("{}: {}. So {}. Fix: {}", probe.what, probe.result, probe.consequence, probe.fix));
  }
  return notes;
}

}  // namespace lockstep::cli
