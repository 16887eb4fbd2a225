#include "cli/run_debug.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>
#include <variant>

#include "build/build.h"
#include "cli/chosen_labs.h"
#include "cli/compile_commands.h"
#include "cli/compiler_lines.h"
#include "cli/debugger.h"
#include "cli/lab_tests.h"
#include "cli/named_cases.h"
#include "cli/path_from_here.h"
#include "cli/slot_lock.h"
#include "manifest/mistakes.h"
#include "text/console_text.h"
#include "text/shell_word.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

struct DebuggedCase {
  std::string program;
  std::string test;      ///< the case's whole name
  std::string schedule;  ///< empty: real threads
};

/// The one check that has the case; with a schedule, the one that explores it.
Result<DebuggedCase> debugged_case(const Manifest& manifest, const DebugOptions& options) {
  const auto checks = named_cases(manifest, {&options.test, 1});
  if (!checks) return tl::unexpected(checks.error());
  std::vector<std::string> names;
  for (const Check& check : *checks) {
    for (const TestCase& test : own_cases(check)) names.push_back(test.name);
  }
  if (names.size() > 1) {
    return input_error(fmt::format("{} means {} cases of {}; accepted: the name of one of these:{}",
                                   manifest::in_quotes(options.test), names.size(), manifest.name, name_lines(names)));
  }
  const Check& first = checks->front();
  const std::string& name = names.front();
  if (options.schedule && !std::holds_alternative<ExplorerCheck>(first.settings)) {
    return input_error(
        fmt::format("{} is not explored, so it has no schedules: leave {} out", name, shell_word(*options.schedule)));
  }
  return DebuggedCase{std::string(program_of_cases(first)), name, options.schedule.value_or("")};
}

Result<build::Built> built_for_debugger(const CommandContext& here, const Manifest& manifest,
                                        const DebuggedCase& what) {
  const CommandContext bare = without_sandbox(here, here.stop);
  const auto lock = SlotLock::take(bare.kit.build_dir, manifest.name);
  if (!lock) return tl::unexpected(lock.error());
  const auto flavour = what.schedule.empty() ? build::Flavour::kDebug : build::Flavour::kExplore;
  const build::Wanted wanted{.flavours = {flavour}, .programs = {{flavour, {what.program}}}, .hidden = {}};
  const auto progress = [&](const std::map<build::Flavour, build::Steps>& flavours) {
    for (const auto& [each, steps] : flavours) {
      here.status.show_long(
          fmt::format("{}: building for the debugger, files done: {}/{}", manifest.name, steps.done, steps.total));
    }
  };
  const auto built = build::build(bare.kit, manifest, {{manifest.dir}}, wanted, lock->slot(), bare.stop, progress);
  here.status.clear();
  if (!built) return tl::unexpected(built.error());
  return built->at(flavour);
}

}  // namespace

void declare(Arguments& arguments, DebugOptions& options) {
  arguments.positional("lab", options.lab, "The lab");
  arguments.positional("case", options.test, "One of its cases, or a part of its name that it alone has");
  arguments.positional("schedule", options.schedule, "Of an explored case: the interleaving, as a finding prints it");
  arguments.flag("--prepare", options.prepare, "Start no debugger, and say how one is started: for editors");
  arguments.help(
      "It builds the case's program for a debugger and starts gdb on it; in gdb, type run. A failed expectation stops "
      "it, and so does what the explorer finds in the schedule. Like ./lab test it runs without the sandbox: use it "
      "on your own code only. Editors: docs/editors.md");
  arguments.example("./lab debug 01 ThreadsTest.KeepsTheOrderOfItsInput");
  arguments.example("./lab debug 01 ExploredThreadsTest.FindThePrimesInEverySchedule a2b3");
  arguments.refuse([&options]() -> std::string {
    const auto is_odd = [](char c) { return c <= ' ' || c > '~'; };
    const bool odd = options.schedule && std::any_of(options.schedule->begin(), options.schedule->end(), is_odd);
    return odd ? "a schedule has no blanks: give it as the finding prints it" : "";
  });
}

Result<ExitStatus> run(const DebugOptions& options, const CommandContext& here) {
  const auto labs = chosen_labs(here.kit.root, options.lab);
  if (!labs) return tl::unexpected(labs.error());
  const Manifest& manifest = labs->front();
  const auto what = debugged_case(manifest, options);
  if (!what) return tl::unexpected(what.error());
  if (!options.prepare) {
    if (auto there = need_gdb(); !there) return tl::unexpected(there.error());
  }
  leave_compile_commands(here.kit);
  const auto built = built_for_debugger(here, manifest, *what);
  if (!built) return tl::unexpected(built.error());
  if (const auto* failure = std::get_if<build::BuildFailure>(&*built)) {
    fmt::print("It does not compile:\n{}\n",
               with_folder(console_text(failure->text), path_from_here(manifest.dir).string()));
    return kPointsLost;
  }

  const fs::path programs = std::get<build::Programs>(*built).dir;
  const Debugged debugged{.program = programs / what->program,
                          .arguments = {},
                          .environment = {{"GTEST_FILTER", what->test}},
                          .compiled_in = programs.parent_path() / "src",
                          .sources = manifest.dir,
                          .schedule = what->schedule};
  const auto files = leave_debugger_files(here.kit.build_dir, debugged);
  if (!files) return tl::unexpected(files.error());
  if (!options.prepare) {
    return tl::unexpected(become_gdb(*files, debugged, options.run ? Start::kAtOnce : Start::kWhenAsked));
  }
  const fs::path shown = path_from_here(files->commands);
  fmt::print("{} is ready: gdb -x {} {}\n", what->test, shell_word(shown.string()),
             shell_word((shown.parent_path() / files->program.filename()).string()));
  return kNoPointLost;
}

}  // namespace lockstep::cli
