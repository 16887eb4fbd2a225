#include "cli/options.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>

#include "lockstep/strategy.h"

namespace lockstep::cli {
namespace {

constexpr const char* kHelp =
    R"(Lockstep: labs that teach concurrency, and a grader whose every verdict can be reproduced.

Without a subcommand: the labs, your points so far and what to do next.)";

constexpr const char* kFooter = R"(
Handled by the launcher:
  self-test                   Build the grader with its tests and run them all
  --yes                       (before the subcommand) Install missing packages without asking

Examples:
  ./lab                       the labs and what to do next
  ./lab test 01               your work against the lab's own tests, at once
  ./lab grade 01              every check, with points
  ./lab hint 01               the next hint

Exit status: 0 no point lost; 1 points lost; 2 wrong usage or manifest; 3 the kit or the machine failed;
130 interrupted.)";

void add_grade(CLI::App& app, GradeOptions& options) {
  auto* command = app.add_subcommand("grade", "Run every check of a lab and give points");
  command->add_option("lab", options.lab, "The lab: 01, 1, primes or 01-primes");
  command->add_flag("--solutions", options.solutions, "Grade the reference solutions (of all labs when none is named)");
  command->add_option("--from", options.from, "Folder that holds the submission's files; default: the lab's own")
      ->check(CLI::ExistingDirectory);
  command->add_flag("--hidden", options.hidden,
                    "With the hidden checks too, for instructors: those of solutions/NN-name/hidden");
  command->add_option("--json", options.json,
                      "Write the grade as lockstep.grade/1 to a file, or to standard output (-)");
  command->add_flag("--no-sandbox", options.allow_unprotected,
                    "Grade the code of --from even where no sandbox can be had. It can then do all that you can");
  command->footer(R"(
Examples:
  ./lab grade 01
  ./lab grade 01 --from ~/submissions/ada
  ./lab grade 01 --from ~/submissions/ada --hidden
  ./lab grade 01 --json grade.json
  ./lab grade --solutions)");
}

void add_test(CLI::App& app, TestOptions& options) {
  auto* command = app.add_subcommand("test", "Run a lab's own tests on your work, at once and without sandbox");
  command->add_option("lab", options.lab, "The lab")->required();
  command->footer("\nExample:\n  ./lab test 01");
}

void add_build(CLI::App& app, BuildOptions& options) {
  auto* command = app.add_subcommand("build", "Build a lab's programs in every flavour, and run none of them");
  command->add_option("lab", options.lab, "The lab")->required();
  command->add_option("--from", options.from, "Folder that holds the submission's files; default: the lab's own")
      ->check(CLI::ExistingDirectory);
  command->footer("\nExample:\n  ./lab build 01");
}

void add_hint(CLI::App& app, HintOptions& options) {
  auto* command = app.add_subcommand("hint", "Show the next hint of a lab, one at a time");
  command->add_option("lab", options.lab, "The lab")->required();
  command->add_flag("--again", options.again, "Start again with the first hint");
  command->footer("\nExamples:\n  ./lab hint 01\n  ./lab hint 01 --again");
}

void add_verify(CLI::App& app, VerifyOptions& options) {
  auto* command = app.add_subcommand(
      "verify",
      "Prove that a lab grades right, its hidden checks too: skeleton fails, solutions pass, each mutant falls to "
      "its check");
  command->add_option("lab", options.lab, "The lab; default: all");
  command->add_option("--repeat", options.repeat, "Times that each subject is judged")->check(CLI::Range(1, 100'000));
  command->add_option("--only", options.only, "Judge only these: skeleton, solution, or names of variants and mutants");
  command->add_option("--table", options.table, "Write the figures as a Markdown table to a file");
  command->footer(R"(
Examples:
  ./lab verify 01 --repeat 20
  ./lab verify 01 --only lost-exception --only solution)");
}

std::vector<std::string> names_of_strategies() {
  std::vector<std::string> names;
  for (const StrategyRow& row : kStrategies) names.emplace_back(row.name);
  return names;
}

std::string how_schedules_are_chosen() {
  std::string text = "How schedules are chosen";
  for (const StrategyRow& row : kStrategies) text += fmt::format("\n{}: {}", row.name, row.summary);
  return text;
}

void add_explore(CLI::App& app, ExploreOptions& options) {
  auto* command = app.add_subcommand("explore",
                                     "Look for concurrency bugs in any small C or C++ program, schedule by "
                                     "schedule");
  command->add_option("files", options.files, "Its sources; one has main")->required()->check(CLI::ExistingFile);
  command->add_option("--strategy", options.strategy, how_schedules_are_chosen())
      ->check(CLI::IsMember(names_of_strategies()));
  command->add_option("--schedules", options.schedules, "Run at most so many")->check(CLI::PositiveNumber);
  command->add_option("--seconds", options.seconds, "Run at most about so long")->check(CLI::PositiveNumber);
  command->add_option("--seed", options.seed, "For the strategies that sample");
  command->add_option("--preemptions", options.preemptions, "For exhaustive: at most so many preemptions a schedule")
      ->check(CLI::NonNegativeNumber);
  command->add_option("--bypass", options.bypass, "Report a thread that is overtaken more often at a lock");
  command->add_option("--json", options.json,
                      "Write the result as lockstep.explore/1 to a file, or to standard output (-)");
  command->footer(R"(
What stands behind -- is handed to the program.

Examples:
  ./lab explore transfer.cpp
  ./lab explore main.cpp queue.cpp --strategy pct --seed 7 --seconds 30
  ./lab explore philosophers.cpp -- 3

Exit status: 0 nothing was found; 1 something was; 2 wrong usage; 3 the kit failed, or the program does not build.)");
}

void add_replay(CLI::App& app, ReplayOptions& options) {
  auto* command = app.add_subcommand("replay", "Run one schedule again, as a finding printed it, and show every step");
  command
      ->add_option("what", options.what, "A lab, one of its cases and the schedule; or source files and the schedule")
      ->required()
      ->expected(2, -1);
  command->add_option("--from", options.from, "Folder that holds the submission's files; default: the lab's own")
      ->check(CLI::ExistingDirectory);
  command->add_flag("--hidden", options.hidden, "The case is one of the hidden checks, which are the instructor's");
  command->footer(R"(
Examples:
  ./lab replay 01 ExploredThreadsTest.FindThePrimesInEverySchedule a2b3
  ./lab replay transfer.cpp a2b3c

Exit status: 0 nothing is wrong in this schedule; 1 something is; 2 wrong usage; 3 the kit failed.)");
}

void add_plot(CLI::App& app, PlotOptions& options) {
  auto* command = app.add_subcommand(
      "plot", "Draw a lab's speedup: measured, predicted for up to 64 cores, Amdahl's law; and its threads over time");
  command->add_option("lab", options.lab, "The lab")->required();
  command->add_option("--from", options.from, "Folder that holds the submission's files; default: the lab's own")
      ->check(CLI::ExistingDirectory);
  command->add_flag("--solutions", options.solutions, "Plot the reference solution");
  command->add_option("--out", options.out, "Folder for the pictures; default: the current one");
  command
      ->add_option("--workers", options.workers,
                   "Workers whose threads are shown over time; default: the usable cores, at least 4")
      ->check(CLI::Range(1U, 48U));
  command->footer(R"(
Writes NN-name-speedup.svg, and for each function a timeline NN-name-timeline-FUNCTION.svg and the same as
NN-name-trace-FUNCTION.json, which ui.perfetto.dev and chrome://tracing open.

Examples:
  ./lab plot 01
  ./lab plot 01 --workers 8 --out pictures

Exit status: 0 the files were written; 1 the submission failed; 2 wrong usage; 3 the kit or the machine failed.)");
}

/// What each subcommand's options were read into; only the one chosen counts.
struct Subcommands {
  GradeOptions grade;
  TestOptions test;
  BuildOptions build;
  HintOptions hint;
  VerifyOptions verify;
  ExploreOptions explore;
  ReplayOptions replay;
  PlotOptions plot;
};

void add_subcommands(CLI::App& app, Subcommands& all) {
  add_test(app, all.test);
  add_grade(app, all.grade);
  add_build(app, all.build);
  add_hint(app, all.hint);
  app.add_subcommand("doctor", "Examine this machine: what can be checked here, and how to mend what is missing")
      ->footer("\nExample:\n  ./lab doctor");
  add_verify(app, all.verify);
  add_explore(app, all.explore);
  add_replay(app, all.replay);
  add_plot(app, all.plot);
}

Result<Command> chosen(const CLI::App& app, const Subcommands& all) {
  if (app.got_subcommand("grade")) {
    if (!all.grade.lab && !all.grade.solutions) {
      return input_error("grade which lab? For example: ./lab grade 01");
    }
    if (all.grade.solutions && all.grade.from) return input_error("--from and --solutions exclude each other");
    if (all.grade.json && !all.grade.lab) {
      return input_error("--json takes one lab: ./lab grade --solutions 01 --json FILE");
    }
    return all.grade;
  }
  if (app.got_subcommand("test")) return all.test;
  if (app.got_subcommand("build")) return all.build;
  if (app.got_subcommand("hint")) return all.hint;
  if (app.got_subcommand("doctor")) return DoctorOptions{};
  if (app.got_subcommand("verify")) return all.verify;
  if (app.got_subcommand("explore")) return all.explore;
  if (app.got_subcommand("replay")) return all.replay;
  if (app.got_subcommand("plot")) {
    if (all.plot.solutions && all.plot.from) return input_error("--from and --solutions exclude each other");
    return all.plot;
  }
  return Command{};
}

}  // namespace

Result<std::variant<Options, HelpShown>> parse(int argc, const char* const* argv) {
  Options options;
  Subcommands all;
  CLI::App app{kHelp, "./lab"};
  app.footer(kFooter);
  app.require_subcommand(0, 1);
  app.fallthrough();
  app.add_option("--compiler", options.compiler, "C++ compiler of the labs' programs: a path or a name")
      ->envname("LOCKSTEP_CXX");
  app.add_option("-j,--jobs", options.jobs, "Programs run at the same time; default: the cores that may be used")
      ->check(CLI::Range(1, 1024));
  add_subcommands(app, all);

  // What stands behind -- is the explored program's own.
  const char* const* const separator = std::find(argv, argv + argc, std::string_view("--"));
  all.explore.arguments.assign(separator == argv + argc ? separator : separator + 1, argv + argc);
  all.replay.arguments = all.explore.arguments;

  try {
    app.parse(static_cast<int>(separator - argv), argv);
  } catch (const CLI::CallForHelp&) {
    const auto subcommands = app.get_subcommands();
    fmt::print("{}", subcommands.empty() ? app.help() : subcommands.front()->help());
    return HelpShown{};
  } catch (const CLI::ParseError& error) {
    const auto subcommands = app.get_subcommands();
    const std::string name = subcommands.empty() ? "" : subcommands.front()->get_name() + " ";
    return input_error(fmt::format("{}\nSee ./lab {}--help", error.what(), name));
  }

  auto command = chosen(app, all);
  if (!command) return tl::unexpected(command.error());
  options.command = std::move(*command);
  return options;
}

}  // namespace lockstep::cli
