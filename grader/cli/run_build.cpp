#include "cli/run_build.h"

#include <fmt/core.h>

#include "cli/chosen_labs.h"
#include "cli/compile_commands.h"
#include "cli/grading.h"

namespace lockstep::cli {

void declare(Arguments& arguments, BuildOptions& options) {
  arguments.positional("lab", options.lab, "The lab");
  arguments.option("--from", options.from, "Folder that holds the submission's files; default: the lab's own",
                   ExistingFolder{});
}

Result<ExitStatus> run(const BuildOptions& options, const CommandContext& here) {
  const auto labs = chosen_labs(here.kit.root, options.lab);
  if (!labs) return tl::unexpected(labs.error());
  leave_compile_commands(here.kit);
  const Manifest& manifest = labs->front();
  const auto grading = Grading::prepare(here, manifest, {{options.from.value_or(manifest.dir)}}, manifest.checks);
  if (!grading) return tl::unexpected(grading.error());

  ExitStatus status = kNoPointLost;
  for (const auto& [flavour, built] : grading->built()) {
    if (const auto* programs = std::get_if<build::Programs>(&built)) {
      fmt::print("{:<8} {}\n", name(flavour), programs->dir.string());
    } else {
      fmt::print("{:<8} does not build\n{}\n", name(flavour), std::get<build::BuildFailure>(built).text);
      status = kPointsLost;
    }
  }
  return status;
}

}  // namespace lockstep::cli
