#include "cli/lab_tests.h"

#include <utility>

#include "cli/compile_commands.h"
#include "cli/grading.h"

namespace lockstep::cli {
namespace {

/// The first flavour's: another one has the same.
std::vector<build::Diagnostic> warnings_of(const std::map<build::Flavour, build::Built>& built) {
  for (const auto& [flavour, result] : built) {
    if (const auto* programs = std::get_if<build::Programs>(&result)) return programs->warnings;
  }
  return {};
}

}  // namespace

CommandContext without_sandbox(const CommandContext& here, std::stop_token stop) {
  CommandContext bare = here;
  bare.selection = {.backend = process::SandboxBackend::kNone, .refused = {}};
  bare.stop = std::move(stop);
  bare.kit.backend = process::SandboxBackend::kNone;
  return bare;
}

Result<LabTests> run_lab_tests(const CommandContext& here, const Manifest& manifest, std::span<const Check> checks,
                               std::stop_token stop) {
  leave_compile_commands(here.kit);
  const CommandContext bare = without_sandbox(here, std::move(stop));
  const auto grading = Grading::prepare(bare, manifest, {{manifest.dir}}, checks);
  if (!grading) return tl::unexpected(grading.error());
  LabTests tests{.verdicts = {}, .warnings = warnings_of(grading->built())};
  for (const Check& check : checks) {
    auto verdict = grading->judge(check);
    if (!verdict) return tl::unexpected(verdict.error());
    const bool not_built = verdict->cases.empty();
    tests.verdicts.push_back(std::move(*verdict));
    if (not_built) break;
  }
  return tests;
}

}  // namespace lockstep::cli
