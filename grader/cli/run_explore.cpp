#include "cli/run_explore.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "cli/explored_page.h"
#include "cli/explored_program.h"
#include "cli/explored_text.h"
#include "cli/write_or_print.h"
#include "lockstep/reduction_json.h"
#include "lockstep/search_statistics_json.h"
#include "lockstep/strategy.h"
#include "lockstep/trace_step_json.h"

namespace lockstep::cli {
namespace {

nlohmann::json finding_json(const ExploredFinding& found, const ExploreOptions& options) {
  nlohmann::json json{{"kind", found.kind},         {"message", found.message},
                      {"schedule", found.schedule}, {"seed", options.seed},
                      {"trace", found.trace},       {"replay", replay_command(options, found.replay, found.past_races)},
                      {"places", found.places}};
  if (found.reduction) json["reduction"] = reduction_json<nlohmann::json>(*found.reduction);
  for (const TraceStep& step : found.steps) json["steps"].push_back(trace_step_json<nlohmann::json>(step));
  return json;
}

/// As the contract lockstep.explore/1 says.
nlohmann::json contract(const ExploredReport& report, const ExploreOptions& options) {
  nlohmann::json json{{"schema", "lockstep.explore/1"}, {"ended", report.ended}, {"finding", nullptr},
                      {"schedules", report.schedules},  {"cut", report.cut},     {"seconds", report.seconds},
                      {"coverage", report.coverage}};
  if (report.finding) json["finding"] = finding_json(*report.finding, options);
  if (options.keep_going) {
    json["more_findings"] = nlohmann::json::array();
    for (const ExploredFinding& found : report.more_findings)
      json["more_findings"].push_back(finding_json(found, options));
  }
  if (report.statistics) json["stats"] = search_statistics_json<nlohmann::json>(*report.statistics);
  if (options.suppressions) json["suppressed"] = report.suppressed;
  if (options.atomics_only) json["atomics_only"] = true;
  if (options.outputs) {
    json["outputs"] = nlohmann::json::array();
    for (const PossibleOutput& output : report.outputs) {
      json["outputs"].push_back({{"text", output.text}, {"replay", replay_command(options, output.replay)}});
    }
    json["more_outputs"] = report.more_outputs;
  }
  return json;
}

std::string page_of(const ExploredReport& report, const ExploreOptions& options) {
  std::string program;
  for (const auto& file : options.files) program += (program.empty() ? "" : " ") + file.filename().string();
  return explored_page(
      report, program,
      report.finding ? replay_command(options, report.finding->replay, report.finding->past_races) : "");
}

/// Prints and writes what has come of it.
Result<ExitStatus> told(const ExploredReport& report, const ExploreOptions& options) {
  fmt::print(options.json || options.html ? stderr : stdout, "{}", explored_text(report, options));
  if (options.json) {
    if (auto written = write_or_print(*options.json, contract(report, options).dump(2) + "\n"); !written)
      return tl::unexpected(written.error());
  }
  if (options.html) {
    if (auto written = write_or_print(*options.html, page_of(report, options)); !written)
      return tl::unexpected(written.error());
  }
  return report.finding ? kPointsLost : kNoPointLost;
}

std::vector<std::string> names_of_strategies() {
  std::vector<std::string> names;
  names.reserve(kStrategies.size());
  for (const StrategyRow& row : kStrategies) names.emplace_back(row.name);
  return names;
}

std::string how_schedules_are_chosen() {
  std::string text = "How schedules are chosen";
  for (const StrategyRow& row : kStrategies) text += fmt::format("\n{}: {}", row.name, row.summary);
  return text;
}

}  // namespace

void declare(Arguments& arguments, ExploreOptions& options) {
  arguments.positional("files", options.files, "Its C or C++ sources, one of which has main; libraries, too",
                       ExistingFile{});
  arguments.compiler_flags(options.flags);
  arguments.option("--compile-commands", options.compile_commands,
                   "Take each source's flags from a compile_commands.json", ExistingFile{});
  arguments.option("--strategy", options.strategy, how_schedules_are_chosen(), OneOf{names_of_strategies()});
  arguments.option("--schedules", options.schedules, "Run at most so many", Positive{});
  arguments.option("--seconds", options.seconds, "Run at most about so long, in CPU time", Positive{});
  arguments.option("--seed", options.seed, "For the strategies that sample");
  arguments.option("--preemptions", options.preemptions, "For exhaustive: at most so many preemptions a schedule",
                   NotNegative{});
  arguments.option("--bypass", options.bypass, "Report a thread that is overtaken more often at a lock");
  arguments.option("--max-steps", options.max_steps,
                   "Cut a schedule after so many steps, rounded up to a multiple of 4096; default: 300000", Positive{});
  arguments.flag("--busy-machine", options.busy_machine,
                 "Let sleeps and time-outs end while other threads could go on, as on a busy machine");
  arguments.flag("--weak-memory", options.weak_memory,
                 "Let loads of atomics read what another thread has replaced, where their memory orders allow it");
  arguments.flag("--keep-going", options.keep_going,
                 "Go on behind a finding, and list findings of different kinds or places, each with a schedule");
  arguments.flag("--atomics-only", options.atomics_only,
                 "For code with harmless data races: they are no findings, and a schedule goes on behind them");
  arguments.option("--suppressions", options.suppressions,
                   "Leave out the findings that a file names, a line each: KIND FILE [FUNCTION]", ExistingFile{});
  arguments.flag("--outputs", options.outputs,
                 "List every text that the program can print, each with a schedule that prints it. Give "
                 "--strategy exhaustive for all of them");
  arguments.flag("--stats", options.stats,
                 "Say how much of what the program can do was seen, and what remains; takes time and memory");
  arguments.option("--json", options.json,
                   "Write the result as lockstep.explore/1 to a file, or to standard output (-)");
  arguments.option("--html", options.html,
                   "Write the result as a page for a browser, with the interleaving as a diagram, to a file, or to "
                   "standard output (-)");
  arguments.refuse([&options]() -> std::string {
    return options.json == "-" && options.html == "-" ? "only one report can go to standard output (-)" : "";
  });
  arguments.program_arguments(options.arguments);
  arguments.help(
      R"(Arguments after -- are passed to the program. Other words with a single dash are flags for the compiler, with
their values: -Iinclude -DX -std=c++17 -ltbb. Those of CXXFLAGS come before them, and CPLUS_INCLUDE_PATH counts, too.
The compiler is that of --compiler, else of LOCKSTEP_CXX, else of CXX, else g++. It optimises with -O1, whatever -O
says. Flags with which nothing can be explored (-fsanitize=..., -static, -c, -o) are refused with the reason.

Exit status: 0 nothing was found; 1 something was; 2 wrong usage; 3 the kit failed, or the program does not build.)");
  arguments.example("./lab explore main.cpp queue.cpp --strategy pct --seed 7 --seconds 30");
  arguments.example("./lab explore main.cpp -Iinclude -DLIMIT=4 -std=c++17 -lm");
  arguments.example("./lab explore counter.cpp --outputs --strategy exhaustive");
  arguments.example("./lab explore philosophers.cpp --html philosophers.html -- 3");
}

OwnProgram program_of(const ExploreOptions& options) {
  return {.files = options.files,
          .flags = options.flags,
          .compile_commands = options.compile_commands,
          .compiler = options.compiler};
}

std::map<std::string, std::string> environment_of(const ExploreOptions& options, std::chrono::milliseconds time) {
  std::map<std::string, std::string> environment{{"LOCKSTEP_EXPLORE_STRATEGY", options.strategy},
                                                 {"LOCKSTEP_EXPLORE_SCHEDULES", std::to_string(options.schedules)},
                                                 {"LOCKSTEP_EXPLORE_MS", std::to_string(time.count())},
                                                 {"LOCKSTEP_EXPLORE_SEED", std::to_string(options.seed)}};
  if (options.preemptions) environment["LOCKSTEP_EXPLORE_PREEMPTIONS"] = std::to_string(*options.preemptions);
  if (options.max_steps) environment["LOCKSTEP_EXPLORE_STEPS"] = std::to_string(*options.max_steps);
  if (options.bypass) environment["LOCKSTEP_EXPLORE_BYPASS"] = std::to_string(*options.bypass);
  if (options.keep_going) environment["LOCKSTEP_EXPLORE_KEEP_GOING"] = "1";
  if (options.atomics_only) environment["LOCKSTEP_EXPLORE_ATOMICS_ONLY"] = "1";
  if (options.suppressions) {
    environment["LOCKSTEP_EXPLORE_SUPPRESSIONS"] = std::filesystem::absolute(*options.suppressions).string();
  }
  if (options.outputs) environment["LOCKSTEP_EXPLORE_OUTPUTS"] = "1";
  if (options.stats) environment["LOCKSTEP_EXPLORE_STATS"] = "1";
  if (options.busy_machine) environment["LOCKSTEP_EXPLORE_BUSY"] = "1";
  if (options.weak_memory) environment["LOCKSTEP_EXPLORE_WEAK"] = "1";
  return environment;
}

Result<ExitStatus> run(const ExploreOptions& given, const CommandContext& here) {
  OwnProgram program = program_of(given);
  const auto own = add_environment(program, here, std::getenv);
  if (!own) return tl::unexpected(own.error());
  ExploreOptions options = given;
  options.flags = program.flags;
  options.compiler = program.compiler;
  constexpr double kMostMs = 1e12;  // some 30 years
  const std::chrono::milliseconds time(std::llround(std::clamp(options.seconds * 1000, 1.0, kMostMs)));
  const auto report = explore_files(*own, program, options.arguments, environment_of(options, time), time);
  if (!report) return tl::unexpected(report.error());
  if (report->ended == "error") return input_error(report->guarantee);
  return told(*report, options);
}

}  // namespace lockstep::cli
