#include "cli/run_explore.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/explored_page.h"
#include "cli/explored_program.h"
#include "cli/explored_text.h"
#include "lockstep/reduction_json.h"
#include "lockstep/strategy.h"
#include "lockstep/trace_step_json.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

/// As the contract lockstep.explore/1 says.
nlohmann::json contract(const ExploredReport& report, const ExploreOptions& options) {
  nlohmann::json json{{"schema", "lockstep.explore/1"}, {"ended", report.ended}, {"finding", nullptr},
                      {"schedules", report.schedules},  {"cut", report.cut},     {"seconds", report.seconds},
                      {"coverage", report.coverage}};
  if (const auto& found = report.finding) {
    json["finding"] = {{"kind", found->kind},         {"message", found->message},
                       {"schedule", found->schedule}, {"seed", options.seed},
                       {"trace", found->trace},       {"replay", replay_command(options, found->replay)},
                       {"places", found->places}};
    if (found->reduction) json["finding"]["reduction"] = reduction_json<nlohmann::json>(*found->reduction);
    for (const TraceStep& step : found->steps)
      json["finding"]["steps"].push_back(trace_step_json<nlohmann::json>(step));
  }
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
  return explored_page(report, program, report.finding ? replay_command(options, report.finding->replay) : "");
}

/// To a file, or to standard output (-).
Result<void> write(const std::filesystem::path& file, const std::string& text) {
  if (file != "-") return os::write_file(file, text);
  fmt::print("{}", text);
  return {};
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
  arguments.positional("files", options.files, "Its C or C++ sources; one has main", ExistingFile{});
  arguments.option("--strategy", options.strategy, how_schedules_are_chosen(), OneOf{names_of_strategies()});
  arguments.option("--schedules", options.schedules, "Run at most so many", Positive{});
  arguments.option("--seconds", options.seconds, "Run at most about so long, in CPU time", Positive{});
  arguments.option("--seed", options.seed, "For the strategies that sample");
  arguments.option("--preemptions", options.preemptions, "For exhaustive: at most so many preemptions a schedule",
                   NotNegative{});
  arguments.option("--bypass", options.bypass, "Report a thread that is overtaken more often at a lock");
  arguments.flag("--busy-machine", options.busy_machine,
                 "Let sleeps and time-outs end while other threads could go on, as on a busy machine");
  arguments.flag("--outputs", options.outputs,
                 "List every text that the program can print, each with a schedule that prints it. Give "
                 "--strategy exhaustive for all of them");
  arguments.option("--json", options.json,
                   "Write the result as lockstep.explore/1 to a file, or to standard output (-)");
  arguments.option("--html", options.html,
                   "Write the result as a page for a browser, with the interleaving as a diagram, to a file, or to "
                   "standard output (-)");
  arguments.refuse([&options]() -> std::string {
    return options.json == "-" && options.html == "-" ? "only one report can go to standard output (-)" : "";
  });
  arguments.program_arguments(options.arguments);
  arguments.help(R"(Arguments after -- are passed to the program.

Exit status: 0 nothing was found; 1 something was; 2 wrong usage; 3 the kit failed, or the program does not build.)");
  arguments.example("./lab explore main.cpp queue.cpp --strategy pct --seed 7 --seconds 30");
  arguments.example("./lab explore counter.cpp --outputs --strategy exhaustive");
  arguments.example("./lab explore philosophers.cpp --html philosophers.html -- 3");
}

std::map<std::string, std::string> environment_of(const ExploreOptions& options, std::chrono::milliseconds time) {
  std::map<std::string, std::string> environment{{"LOCKSTEP_EXPLORE_STRATEGY", options.strategy},
                                                 {"LOCKSTEP_EXPLORE_SCHEDULES", std::to_string(options.schedules)},
                                                 {"LOCKSTEP_EXPLORE_MS", std::to_string(time.count())},
                                                 {"LOCKSTEP_EXPLORE_SEED", std::to_string(options.seed)}};
  if (options.preemptions) environment["LOCKSTEP_EXPLORE_PREEMPTIONS"] = std::to_string(*options.preemptions);
  if (options.bypass) environment["LOCKSTEP_EXPLORE_BYPASS"] = std::to_string(*options.bypass);
  if (options.outputs) environment["LOCKSTEP_EXPLORE_OUTPUTS"] = "1";
  if (options.busy_machine) environment["LOCKSTEP_EXPLORE_BUSY"] = "1";
  return environment;
}

Result<ExitStatus> run(const ExploreOptions& options, const CommandContext& here) {
  constexpr double kMostMs = 1e12;  // some 30 years
  const std::chrono::milliseconds time(std::llround(std::clamp(options.seconds * 1000, 1.0, kMostMs)));
  const auto report = explore_files(here, options.files, options.arguments, environment_of(options, time), time);
  if (!report) return tl::unexpected(report.error());
  fmt::print(options.json || options.html ? stderr : stdout, "{}", explored_text(*report, options));
  if (options.json) {
    if (auto written = write(*options.json, contract(*report, options).dump(2) + "\n"); !written)
      return tl::unexpected(written.error());
  }
  if (options.html) {
    if (auto written = write(*options.html, page_of(*report, options)); !written)
      return tl::unexpected(written.error());
  }
  return report->finding ? kPointsLost : kNoPointLost;
}

}  // namespace lockstep::cli
