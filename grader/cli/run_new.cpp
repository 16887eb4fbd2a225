#include "cli/run_new.h"

#include <fmt/core.h>

#include "cli/new_lab.h"

namespace lockstep::cli {

void declare(Arguments& arguments, NewOptions& options) {
  arguments.positional("name", options.name,
                       "NN-topic: two digits that no other lab has, then small letters, digits and \"-\"");
  arguments.example("./lab new 21-work-stealing");
  arguments.help("Makes labs/NN-topic and solutions/NN-topic. What to write into them: docs/lab-authors.md");
}

Result<ExitStatus> run(const NewOptions& options, const CommandContext& here) {
  const auto made = make_lab(here.kit.root, options.name);
  if (!made) return tl::unexpected(made.error());
  const auto number = options.name.substr(0, 2);
  fmt::print(R"(Made {lab}: the handout, lab.toml, a skeleton, tests and hints.
Made {solution}: a solution, a variant and a mutant.

  ./lab grade {number}                what a learner has at the beginning: no points
  ./lab grade {number} --solutions    what the solution earns: all points
  ./lab verify {number}               proof that the lab grades right

What to write, and every key of lab.toml: docs/lab-authors.md
So that people find the lab, add a row for it to README.md and docs/labs.md, and its terms to docs/glossary.md.
)",
             fmt::arg("lab", made->lab.lexically_relative(here.kit.root).string()),
             fmt::arg("solution", made->solution.lexically_relative(here.kit.root).string()),
             fmt::arg("number", number));
  return kNoPointLost;
}

}  // namespace lockstep::cli
