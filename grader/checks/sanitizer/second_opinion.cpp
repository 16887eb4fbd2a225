#include "checks/sanitizer/second_opinion.h"

#include <fmt/format.h>

#include "checks/case_run.h"
#include "checks/case_verdict.h"
#include "checks/explorer_check.h"
#include "checks/program.h"
#include "checks/source_place.h"

namespace lockstep::checks {
namespace {

/// `path:line` as a line of the lab: "queue.h:12".
std::optional<std::string> lab_line(const std::string& line, const Manifest& manifest) {
  const auto colon = line.rfind(':');
  const auto file = lab_file(line.substr(0, colon), manifest);
  if (!file || colon == std::string::npos) return std::nullopt;
  return *file + line.substr(colon);
}

}  // namespace

Result<SecondOpinion> SecondOpinion::ask(const Context& context) {
  SecondOpinion opinion;
  if (!context.built.contains(build::Flavour::kExplore)) return opinion;
  for (const Check& check : context.manifest.checks) {
    const auto* settings = std::get_if<ExplorerCheck>(&check.settings);
    if (settings == nullptr || check.hidden) continue;  // the hidden programs are not always built
    const Context explored{.manifest = context.manifest,
                           .check = check,
                           .built = context.built,
                           .backend = context.backend,
                           .jobs = context.jobs,
                           .stop = context.stop,
                           .progress = {}};
    const auto program = program_of(explored, build::Flavour::kExplore, settings->program);
    if (std::holds_alternative<Verdict>(program)) return SecondOpinion{};
    auto environment = explorer_environment(*settings);
    environment["LOCKSTEP_EXPLORE_ORDERED"] = "1";
    for (const TestCase& test : settings->cases) {
      const auto run = run_case(explored, std::get<std::filesystem::path>(program), test.name, environment);
      if (!run) return tl::unexpected(run.error());
      // What was not run to its end clears nothing.
      if (starved(*run) || (run->report.explored.coverage && run->report.explored.coverage->out_of_time)) return {};
      if (fault_of(test.name, *run, context.manifest)) return SecondOpinion{};
      for (const auto& [earlier, later] : run->report.explored.ordered) {
        const auto first = lab_line(earlier, context.manifest);
        const auto second = lab_line(later, context.manifest);
        if (first && second) opinion.in_order_.emplace(*first, *second);
      }
    }
  }
  return opinion;
}

bool SecondOpinion::clears(const Finding& race) const {
  return race.racing.size() == 2 &&
         (in_order_.contains({race.racing[0], race.racing[1]}) || in_order_.contains({race.racing[1], race.racing[0]}));
}

}  // namespace lockstep::checks
