#include "cli/run_replay.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>

#include "checks/explorer_check.h"
#include "cli/chosen_labs.h"
#include "cli/debugger.h"
#include "cli/explored_program.h"
#include "cli/grading.h"
#include "cli/replay_json.h"
#include "cli/run_debug.h"
#include "cli/terminal.h"
#include "cli/write_or_print.h"
#include "lockstep/finding_place_json.h"
#include "report/what_to_read.h"
#include "report/wrap.h"
#include "text/console_text.h"
#include "text/plain_text.h"
#include "text/shell_word.h"

namespace lockstep::cli {
namespace {

using namespace std::chrono_literals;

/// \param read  what to read about what is wrong; may be empty
void show(const std::string& trace, const std::string& wrong, std::string_view read, const std::string& output = "") {
  const std::string said = wrong.empty() ? "Nothing is wrong in this schedule." : wrong;
  fmt::print("{}\n{}", console_text(trace), report::wrapped(console_text(said), terminal_width(STDOUT_FILENO)));
  if (!output.empty()) fmt::print("\nIt printed:\n{}\n", console_text(output));
  if (!wrong.empty() && !read.empty()) fmt::print("\nRead: {}\n", read);
}

/// Writes what other programs read, where that was asked for.
Result<ExitStatus> ended(const ReplayOptions& options, const Replayed& replayed) {
  if (options.json) {
    if (auto written = write_or_print(*options.json, to_json(replayed).dump(2) + "\n"); !written) {
      return tl::unexpected(written.error());
    }
  }
  return replayed.finding ? kPointsLost : kNoPointLost;
}

/// Whether the text for a person is printed: not where standard output is for a program.
bool tells(const ReplayOptions& options) { return options.json != "-"; }

nlohmann::json places_json(const std::vector<FindingPlace>& places) {
  auto json = nlohmann::json::array();
  for (const FindingPlace& place : places) json.push_back(place_json<nlohmann::json>(place));
  return json;
}

/// The check that explores a case; null when none does.
const Check* check_of(const Manifest& manifest, const std::string& case_name) {
  const auto explores = [&](const Check& check) {
    const auto* explorer = std::get_if<ExplorerCheck>(&check.settings);
    return explorer != nullptr && std::any_of(explorer->cases.begin(), explorer->cases.end(),
                                              [&](const TestCase& test) { return test.name == case_name; });
  };
  const auto found = std::find_if(manifest.checks.begin(), manifest.checks.end(), explores);
  return found == manifest.checks.end() ? nullptr : &*found;
}

Error unknown_case(const Manifest& manifest, const std::string& case_name) {
  std::string known;
  for (const Check& check : manifest.checks) {
    const auto* explorer = std::get_if<ExplorerCheck>(&check.settings);
    if (explorer == nullptr) continue;
    for (const TestCase& test : explorer->cases) known += "\n  " + test.name;
  }
  return {Fault::kInput, fmt::format("{} has no explored case {}; it has:{}", manifest.name, case_name, known)};
}

/// The command that was typed, for the head of what it prints.
std::string typed(const ReplayOptions& options) {
  std::string command = "./lab replay";
  for (const std::string& word : options.what) command += " " + shell_word(word);
  if (options.from) command += " --from " + shell_word(options.from->string());
  return command + (options.hidden ? " --hidden" : "") + " --as-test";
}

Result<ExitStatus> print_program(const ReplayOptions& options, const checks::Replay& replay) {
  const std::string& case_name = options.what[1];
  if (replay.program && !replay.program->empty()) {
    fmt::print("// {}\n{}\n", plain_line(typed(options)), plain_text(*replay.program));
    return kNoPointLost;
  }
  if (replay.program) {
    return input_error(
        fmt::format("{} does not say how its calls read as C++, so there is no program of it. A lab author adds that "
                    "with as_program: docs/linearizability.md#as-a-program",
                    case_name));
  }
  if (replay.finding && replay.trace.empty()) return input_error(replay.finding->message);  // nothing was run
  return input_error(fmt::format(
      "{} has no scenario that a program could show: --as-test is for cases that make their scenarios themselves "
      "(docs/linearizability.md). Without --as-test you see every step of the schedule; the case itself is in the "
      "lab's tests",
      case_name));
}

Result<ExitStatus> replay_of_lab(const ReplayOptions& options, const CommandContext& here) {
  const auto labs = chosen_labs(here.kit.root, options.what[0], hidden_checks(options.hidden));
  if (!labs) return tl::unexpected(labs.error());
  const Manifest& manifest = labs->front();
  const Check* check = check_of(manifest, options.what[1]);
  if (check == nullptr) return tl::unexpected(unknown_case(manifest, options.what[1]));
  const auto grading = Grading::prepare(here, manifest, {{options.from.value_or(manifest.dir)}}, {check, 1});
  if (!grading) return tl::unexpected(grading.error());
  const auto steps = options.json ? checks::Steps::kAsData : checks::Steps::kAsText;
  const auto replay = grading->replay(*check, options.what[1], options.what[2], steps);
  if (!replay) return tl::unexpected(replay.error());
  if (options.as_test) return print_program(options, *replay);
  Replayed replayed{.program = {{"lab", manifest.name}, {"case", options.what[1]}},
                    .schedule = options.what[2],
                    .output = {},
                    .finding = {},
                    .steps = replay->steps};
  if (const auto& found = replay->finding) {
    replayed.finding = {std::string(name(found->kind)), found->message, places_json(found->places)};
  }
  if (tells(options)) {
    const auto& found = replay->finding;
    show(replay->trace, found ? found->message : "", found ? report::pages_about(found->kind, found->steps) : "");
    if (replay->program && !replay->program->empty()) {
      fmt::print("\nAs a C++ program, to step through: the same command with --as-test\n");
    }
  }
  return ended(options, replayed);
}

/// What the explorer of a person's own program is to be told, besides the schedule.
std::map<std::string, std::string> environment_of(const ReplayOptions& options) {
  std::map<std::string, std::string> environment;
  if (options.bypass) environment["LOCKSTEP_EXPLORE_BYPASS"] = std::to_string(*options.bypass);
  if (options.max_steps) environment["LOCKSTEP_EXPLORE_STEPS"] = std::to_string(*options.max_steps);
  if (options.past_races) environment["LOCKSTEP_EXPLORE_PAST_RACES"] = std::to_string(*options.past_races);
  if (options.atomics_only) environment["LOCKSTEP_EXPLORE_ATOMICS_ONLY"] = "1";
  return environment;
}

Result<ExitStatus> debug_files(const ReplayOptions& options, const CommandContext& here, const OwnProgram& program) {
  const auto built = build_for_explorer(here, program);
  if (!built) return tl::unexpected(built.error());
  const Debugged debugged{.program = built->program,
                          .arguments = options.arguments,
                          .environment = environment_of(options),
                          .compiled_in = {},
                          .sources = {},
                          .schedule = options.what.back()};
  const auto files = leave_debugger_files(here.kit.build_dir, debugged);
  if (!files) return tl::unexpected(files.error());
  return tl::unexpected(become_gdb(*files, debugged, Start::kAtOnce));
}

Result<ExitStatus> replay_of_files(const ReplayOptions& options, const CommandContext& here) {
  OwnProgram program{.files = {options.what.begin(), options.what.end() - 1},
                     .flags = options.flags,
                     .compile_commands = options.compile_commands,
                     .compiler = {}};
  const auto own = add_environment(program, here, std::getenv);
  if (!own) return tl::unexpected(own.error());
  if (options.gdb) return debug_files(options, *own, program);
  auto environment = environment_of(options);
  environment["LOCKSTEP_EXPLORE_REPLAY"] = options.what.back();
  if (options.json) environment["LOCKSTEP_EXPLORE_EVERY_STEP"] = "1";
  const auto report = explore_files(*own, program, options.arguments, environment, 60s);
  if (!report) return tl::unexpected(report.error());
  if (report->ended == "error") return input_error(report->guarantee);
  Replayed replayed{.program = {{"files", program.files}, {"arguments", options.arguments}},
                    .schedule = options.what.back(),
                    .output = report->output,
                    .finding = {},
                    .steps = report->steps};
  std::string read;
  if (const auto& found = report->finding) {
    replayed.finding = {found->kind, found->message, found->places};
    if (const auto kind = finding_kind(found->kind)) read = report::pages_about(*kind, found->steps);
  }
  if (tells(options)) show(report->trace, report->finding ? report->finding->message : "", read, report->output);
  return ended(options, replayed);
}

}  // namespace

void declare(Arguments& arguments, ReplayOptions& options) {
  arguments.positional("what", options.what,
                       "A lab, one of its cases and the schedule; or source files and the schedule", Anything{}, 2);
  arguments.option("--from", options.from, "Folder that holds the submission's files; default: the lab's own",
                   ExistingFolder{});
  arguments.flag("--hidden", options.hidden, "The case is one of the hidden checks, which are the instructor's");
  arguments.flag("--as-test", options.as_test,
                 "Print the scenario as a C++ program to step through, where the case makes its scenarios itself");
  arguments.flag("--gdb", options.gdb, "Run it in gdb, which stops where it goes wrong, without the sandbox");
  arguments.option("--json", options.json, "Write each step as lockstep.replay/1 to a file, or to standard output (-)");
  arguments.compiler_flags(options.flags);
  arguments.option("--compile-commands", options.compile_commands,
                   "Of source files: take each one's flags from a compile_commands.json", ExistingFile{});
  arguments.option("--bypass", options.bypass, "Of source files: the bypass bound that their exploration had");
  arguments.option("--max-steps", options.max_steps, "Of source files: the limit that their exploration had",
                   Positive{});
  arguments.option("--past-races", options.past_races, "Of source files: go on behind the first so many data races");
  arguments.flag("--atomics-only", options.atomics_only, "Of source files: go on behind all data races");
  arguments.program_arguments(options.arguments);
  arguments.help(
      R"(A finding prints the whole command. Arguments after -- are passed to the program. Other words with a single dash are
flags for the compiler of source files, as for ./lab explore.

With --gdb each thread of the program is one of the system, named as in the interleaving. Your own code runs then as you
do, not in the sandbox.

Exit status: 0 nothing is wrong in this schedule, or --as-test printed the program; 1 something is wrong; 2 wrong
usage, or a schedule of other code, which shows nothing; 3 the kit failed.)");
  arguments.example("./lab replay 01 ExploredThreadsTest.FindThePrimesInEverySchedule a2b3");
  arguments.example("./lab replay 03 HiddenClientsTest.OfASharedCache 4:0-0@a1 --hidden --as-test > my_test.cpp");
  arguments.example("./lab replay transfer.cpp a2b3c");
  arguments.example("./lab replay transfer.cpp a2b3c --gdb");
  arguments.refuse([&options]() -> std::string {
    if (options.gdb && (options.from || options.hidden)) {
      return "--gdb runs code without the sandbox: it is for your own files and the cases that the lab shows";
    }
    if (options.gdb && (options.json || options.as_test)) return "--gdb takes no --json and no --as-test";
    return options.json && options.as_test ? "--json and --as-test exclude each other" : "";
  });
}

Result<ExitStatus> run(const ReplayOptions& options, const CommandContext& here) {
  std::error_code failed;
  if (std::filesystem::is_regular_file(options.what.front(), failed)) {
    if (options.hidden) return input_error("--hidden is for a lab's cases; source files have none");
    if (options.as_test) return input_error("--as-test is for a lab's cases; your source files are a program already");
    return replay_of_files(options, here);
  }
  if (!options.flags.empty() || options.compile_commands || options.bypass || options.max_steps || options.past_races ||
      options.atomics_only) {
    return input_error(
        fmt::format("{} is no source file, and only those take flags for the compiler, --compile-commands, "
                    "--bypass, --max-steps, --past-races and --atomics-only",
                    options.what.front()));
  }
  if (options.what.size() != 3) {
    return input_error(
        "replay what? A lab, a case and a schedule, or source files and a schedule; see ./lab replay "
        "--help");
  }
  if (options.gdb) {
    return run(DebugOptions{.lab = options.what[0], .test = options.what[1], .schedule = options.what[2], .run = true},
               here);
  }
  return replay_of_lab(options, here);
}

}  // namespace lockstep::cli
