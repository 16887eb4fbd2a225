#include "cli/run_test.h"

#include <fmt/core.h>
#include <unistd.h>

#include <vector>

#include "cli/chosen_labs.h"
#include "cli/lab_tests.h"
#include "cli/named_cases.h"
#include "cli/path_from_here.h"
#include "cli/terminal.h"
#include "cli/tests_summary.h"

namespace lockstep::cli {

void declare(Arguments& arguments, TestOptions& options) {
  arguments.positional("lab", options.lab, "The lab");
  arguments.positional("case", options.cases,
                       "Run these cases only: a case, a suite, or a part of a name that one case alone has", {}, 0);
  arguments.flag("--all", options.all, "Show every failure in full, not the first alone");
  arguments.help(
      "It runs without the sandbox: use it on your own code only.\n\n"
      "What the compiler warns of in your files is shown when they are compiled.\n\n"
      "Without names it runs the lab's tests. A case of an explorer check can be named too: ./lab grade names those "
      "that failed.");
  arguments.example("./lab test 03 AccountsTest");
  arguments.example("./lab test 03 ComputesEachKeyOnceForManyThreads --all");
}

Result<ExitStatus> run(const TestOptions& options, const CommandContext& here) {
  const auto labs = chosen_labs(here.kit.root, options.lab);
  if (!labs) return tl::unexpected(labs.error());
  const Manifest& manifest = labs->front();
  const auto checks = named_cases(manifest, options.cases);
  if (!checks) return tl::unexpected(checks.error());
  const auto tests = run_lab_tests(here, manifest, *checks, here.stop);
  if (!tests) return tl::unexpected(tests.error());

  const TestsSummary summary = summary_of(*checks, *tests);
  fmt::print("{}", tests_text(summary, manifest.id, path_from_here(manifest.dir).string(),
                              {.colour = wants_colour(STDOUT_FILENO),
                               .width = terminal_width(STDOUT_FILENO),
                               .all = options.all,
                               .named = options.cases}));
  return summary.all_passed() ? kNoPointLost : kPointsLost;
}

}  // namespace lockstep::cli
