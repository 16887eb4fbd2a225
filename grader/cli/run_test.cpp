#include "cli/run_test.h"

#include <fmt/core.h>
#include <unistd.h>

#include <vector>

#include "cli/chosen_labs.h"
#include "cli/grading.h"
#include "cli/terminal.h"
#include "text/console_text.h"

namespace lockstep::cli {
namespace {

std::vector<Check> tests_of(const Manifest& manifest) {
  std::vector<Check> tests;
  for (const Check& check : manifest.checks) {
    if (std::holds_alternative<TestsCheck>(check.settings)) tests.push_back(check);
  }
  return tests;
}

void print(const Finding& finding) {
  if (!finding.file.empty()) fmt::print("\n{}:{}:\n", console_text(finding.file), finding.line);
  fmt::print("{}\n", console_text(finding.message));
  if (!finding.read.empty()) fmt::print("Read: {}\n", finding.read);
}

}  // namespace

void declare(Arguments& arguments, TestOptions& options) {
  arguments.positional("lab", options.lab, "The lab");
  arguments.help("It runs without the sandbox: use it on your own code only.");
}

Result<ExitStatus> run(const TestOptions& options, const CommandContext& here) {
  const auto labs = chosen_labs(here.kit.root, options.lab);
  if (!labs) return tl::unexpected(labs.error());
  const Manifest& manifest = labs->front();

  // The learner's own code on the learner's own machine: no sandbox, the limits only.
  CommandContext bare{.kit = here.kit,
                      .selection = {.backend = process::SandboxBackend::kNone, .refused = {}},
                      .cores = here.cores,
                      .jobs = here.jobs,
                      .stop = here.stop,
                      .status = here.status};
  bare.kit.backend = process::SandboxBackend::kNone;
  const std::vector<Check> tests = tests_of(manifest);
  const auto grading = Grading::prepare(bare, manifest, {{manifest.dir}}, tests);
  if (!grading) return tl::unexpected(grading.error());

  const bool colour = wants_colour(STDOUT_FILENO);
  std::vector<std::string> failed;
  std::vector<std::string> notes;  // why cases were not judged
  std::optional<Finding> first;
  int passed = 0;
  for (const Check& check : tests) {
    const auto verdict = grading->judge(check);
    if (!verdict) return tl::unexpected(verdict.error());
    for (const CaseVerdict& test : verdict->cases) {
      if (test.verdict == Outcome::kPass) {
        ++passed;
      } else if (test.verdict == Outcome::kFail) {
        failed.push_back(test.name);
      }
    }
    notes.insert(notes.end(), verdict->notes.begin(), verdict->notes.end());
    if (!first && !verdict->findings.empty()) first = verdict->findings.front();
    const bool not_built = verdict->cases.empty();
    if (not_built) break;
  }

  if (first) print(*first);
  const char* const mark = first ? (colour ? "\x1b[31m✗\x1b[0m" : "✗") : (colour ? "\x1b[32m✓\x1b[0m" : "✓");
  fmt::print("\n{} {} passed, {} failed\n", mark, passed, failed.size());
  for (const auto& name : failed) fmt::print("    {}\n", name);
  for (const auto& note : notes) fmt::print("{}\n", console_text(note));
  if (!first) fmt::print("All checks, with points: ./lab grade {}\n", options.lab);
  return first ? kPointsLost : kNoPointLost;
}

}  // namespace lockstep::cli
