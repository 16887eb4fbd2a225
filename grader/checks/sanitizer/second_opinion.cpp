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
    if (std::holds_alternative<Verdict>(program)) continue;  // it was not built
    for (const TestCase& test : settings->cases) {
      auto environment = explorer_environment(*settings, test.name);
      environment["LOCKSTEP_EXPLORE_ORDERED"] = "1";
      const auto run = run_case(explored, std::get<std::filesystem::path>(program), test.name, environment);
      if (!run) return tl::unexpected(run.error());
      opinion.given_ = true;
      const auto& coverage = run->report.explored.coverage;
      if (starved(*run) || (coverage && coverage->out_of_time)) opinion.unfinished_ = true;
      if (starved(*run)) continue;
      if (const auto fault = fault_of(test.name, *run, context.manifest)) {
        opinion.found_a_race_ |= fault->kind == FindingKind::kDataRace;
        continue;
      }
      if (coverage && coverage->end == Coverage::End::kTruncated) continue;
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
  return !found_a_race_ && race.racing.size() == 2 &&
         (in_order_.contains({race.racing[0], race.racing[1]}) || in_order_.contains({race.racing[1], race.racing[0]}));
}

}  // namespace lockstep::checks
