#include <vector>

#include "cli/run_build.h"
#include "cli/run_class.h"
#include "cli/run_completion.h"
#include "cli/run_debug.h"
#include "cli/run_diff.h"
#include "cli/run_doctor.h"
#include "cli/run_explore.h"
#include "cli/run_export.h"
#include "cli/run_grade.h"
#include "cli/run_gradebook.h"
#include "cli/run_hint.h"
#include "cli/run_list.h"
#include "cli/run_mutant.h"
#include "cli/run_new.h"
#include "cli/run_plot.h"
#include "cli/run_quiz.h"
#include "cli/run_replay.h"
#include "cli/run_report.h"
#include "cli/run_reset.h"
#include "cli/run_solution.h"
#include "cli/run_test.h"
#include "cli/run_verify.h"
#include "cli/run_watch.h"
#include "cli/subcommand.h"

namespace lockstep::cli {
namespace {

/// The row of a subcommand with these options: their header declares `declare` and `run` for them.
template <class Options>
Subcommand row(const SubcommandInfo& info) {
  return {
      .info = info,
      .defaults = [] { return std::any(Options{}); },
      .declare = [](Arguments& arguments, std::any& options) { declare(arguments, *std::any_cast<Options>(&options)); },
      .run = [](const std::any& options,
                const CommandContext& here) { return run(std::any_cast<const Options&>(options), here); }};
}

std::vector<Subcommand> for_learners() {
  return {
      row<ListOptions>({.name = "list",
                        .example = "./lab",
                        .summary = "Show the labs, your points and what to do next",
                        .runs_programs = false}),
      row<TestOptions>({.name = "test", .example = "./lab test 01", .summary = "Run a lab's own tests on your work"}),
      row<WatchOptions>(
          {.name = "watch", .example = "./lab watch 01", .summary = "Run a lab's own tests at each save"}),
      row<HintOptions>({.name = "hint",
                        .example = "./lab hint 01",
                        .summary = "Show the next hint of a lab",
                        .runs_programs = false}),
      row<QuizOptions>({.name = "quiz",
                        .example = "./lab quiz 01",
                        .summary = "Ask yourself what a lab's short programs can do",
                        .runs_programs = false}),
      row<GradeOptions>(
          {.name = "grade", .example = "./lab grade 01", .summary = "Run every check of a lab and give points"}),
      row<ReportOptions>({.name = "report",
                          .example = "./lab report 01",
                          .summary = "Say where the page of a lab's last grading is, or write it to a file",
                          .runs_programs = false}),
      row<DiffOptions>({.name = "diff",
                        .example = "./lab diff 01",
                        .summary = "Show what you changed in a lab",
                        .runs_programs = false}),
      row<ResetOptions>({.name = "reset",
                         .example = "./lab reset 01",
                         .summary = "Begin a lab anew; what you wrote is kept",
                         .runs_programs = false}),
      row<SolutionOptions>({.name = "solution",
                            .example = "./lab solution 01",
                            .summary = "Show a right solution, once you have all points",
                            .runs_programs = false}),
      row<PlotOptions>({.name = "plot",
                        .example = "./lab plot 01",
                        .summary = "Measure a lab's code, and draw its speedup or what it compares"}),
      row<ExploreOptions>({.name = "explore",
                           .example = "./lab explore FILE.cpp",
                           .summary = "Look for concurrency bugs in any small program"}),
      row<ReplayOptions>({.name = "replay",
                          .example = "./lab replay 01 CASE SCHEDULE",
                          .summary = "Run one interleaving again and show every step"}),
      row<DebugOptions>({.name = "debug",
                         .example = "./lab debug 01 CASE",
                         .summary = "Stop in a case, or in one interleaving of it, with gdb"}),
      row<BuildOptions>({.name = "build",
                         .example = "./lab build 01",
                         .summary = "Build a lab's programs in every flavour and run none"}),
  };
}

std::vector<Subcommand> for_instructors_and_authors() {
  return {
      row<DoctorOptions>(
          {.name = "doctor", .example = "./lab doctor", .summary = "Examine this machine: what can be checked here"}),
      row<VerifyOptions>({.name = "verify", .example = "./lab verify 01", .summary = "Prove that a lab grades right"}),
      row<ClassOptions>({.name = "class",
                         .example = "./lab class DIR --lab 01",
                         .summary = "Grade a whole class into a gradebook, in parallel"}),
      row<MutantOptions>({.name = "mutant",
                          .example = "./lab mutant 04 one-lock",
                          .summary = "Write the files of a wrong submission that a lab must catch",
                          .runs_programs = false}),
      row<GradebookOptions>({.name = "gradebook",
                             .example = "./lab gradebook FILE",
                             .summary = "Show a class's marks, and write them as sheets and pages",
                             .runs_programs = false}),
      row<ExportOptions>({.name = "export",
                          .example = "./lab export classroom DIR",
                          .summary = "Make the folder that a platform hands out or grades with",
                          .runs_programs = false}),
      row<NewOptions>({.name = "new",
                       .example = "./lab new 20-topic",
                       .summary = "Make a new lab, ready to be filled in",
                       .runs_programs = false}),
      row<CompletionOptions>({.name = "completion",
                              .example = "./lab completion bash",
                              .summary = "Print a script that has your shell complete subcommands, options and labs",
                              .runs_programs = false}),
  };
}

std::vector<Subcommand> all() {
  std::vector<Subcommand> rows = for_learners();
  const std::vector<Subcommand> more = for_instructors_and_authors();
  rows.insert(rows.end(), more.begin(), more.end());
  return rows;
}

}  // namespace

std::span<const Subcommand> subcommands() {
  static const std::vector<Subcommand> table = all();
  return table;
}

}  // namespace lockstep::cli
