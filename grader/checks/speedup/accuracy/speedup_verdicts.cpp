#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "checks/speedup/accuracy/condition.h"
#include "checks/speedup/accuracy/judge_subject.h"
#include "checks/speedup/accuracy/subjects.h"
#include "checks/speedup/accuracy/table.h"
#include "checks/speedup/accuracy/trial.h"
#include "measure/calibrator.h"
#include "os/file.h"
#include "os/interrupt.h"

namespace {

using namespace lockstep;
using namespace lockstep::checks::speedup;

constexpr auto kHelp =
    "Gives the speedup check programs owner verdict is known, again and again, and says how often it was right.";

struct Options {
  int times = 200;
  std::vector<std::string> only;
  std::vector<std::string> conditions;
  std::string table;
  std::string results = "speedup-verdicts.tsv";
  bool explain = false;
};

/// A list of names as the command line takes them.
std::vector<std::string> names(std::span<const Subject> all) {
  std::vector<std::string> names;
  for (const Subject& subject : all) names.emplace_back(subject.name);
  return names;
}

void add_options(CLI::App& app, Options& options) {
  const std::vector<std::string> every_condition(conditions().begin(), conditions().end());
  options.only = names(subjects());
  options.conditions = every_condition;
  app.add_option("--times", options.times, "Verdicts on each program in each condition")
      ->check(CLI::Range(0, 100'000))
      ->capture_default_str();
  app.add_option("--only", options.only, "Programs (default: all)")->check(CLI::IsMember(options.only));
  app.add_option("--condition", options.conditions, "Conditions (default: all)")->check(CLI::IsMember(every_condition));
  app.add_option("--table", options.table, "Also write the table to this file");
  app.add_option("--results", options.results,
                 "Add the verdicts to those of earlier runs in this file; what was said when a verdict was wrong "
                 "goes to FILE.wrong")
      ->capture_default_str();
  app.add_flag("--explain", options.explain, "Print what each verdict says");
}

/// What was said, for a person.
std::string words_of(const Verdict& verdict) {
  std::string text;
  for (const std::string& note : verdict.notes) text += fmt::format("  note: {}\n", note);
  for (const Finding& finding : verdict.findings) text += fmt::format("  finding: {}\n", finding.message);
  return text;
}

Result<void> append(const std::string& file, std::string_view text) {
  if (std::ofstream(file, std::ios::app) << text << std::flush) return {};
  return machine_error(fmt::format("cannot write to {}", file));
}

/// One verdict, kept as soon as it is there. An error when stopped, or when it cannot be kept.
Result<Trial> try_once(const Subject& subject, const std::string& condition, const Options& options,
                       process::SandboxBackend backend, std::stop_token stop) {
  const auto began = std::chrono::steady_clock::now();
  const Result<Verdict> verdict = judge_subject(subject, LOCKSTEP_SPEEDUP_ACCURACY_PROGRAMS, backend, std::move(stop));
  if (!verdict) return tl::unexpected(verdict.error());
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  Trial trial{.condition = condition,
              .program = std::string(subject.name),
              .outcome = verdict->outcome,
              .judged_by = rule_of(*verdict),
              .seconds = took.count()};
  const Score got = score(trial);
  auto kept = append(options.results, line_of(trial));
  if (kept && (got == Score::kWrong || got == Score::kError)) {
    kept = append(options.results + ".wrong", line_of(trial) + words_of(*verdict));
  }
  if (!kept) return tl::unexpected(kept.error());
  fmt::print("{:9} {:16} {:12} {:6} {:4.1f} s  {}\n", condition, trial.program, name(trial.outcome),
             got == Score::kWrong ? "WRONG" : "", trial.seconds, trial.judged_by);
  if (options.explain) fmt::print("{}", words_of(*verdict));
  std::fflush(stdout);
  return trial;
}

/// "idle" is the machine as it is; the reader of the table should know how busy it was.
void warn_when_not_idle() {
  const measure::Capacity capacity = measure::calibrate(2);
  if (capacity.quiet(2)) return;
  fmt::print(
      stderr,
      "speedup_verdicts: the machine is not idle: two threads get {:.1f} cores, and one for {:.0f} % of the time\n",
      capacity.cores, 100 * capacity.cpu_share);
}

/// All verdicts in one condition. Each program in turn, so that a run that is cut short has as many of each.
Result<void> try_all(const std::string& condition, const Options& options, process::SandboxBackend backend,
                     const std::stop_token& stop, std::vector<Trial>& trials) {
  for (int n = 0; n < options.times; ++n) {
    for (const std::string& program : options.only) {
      auto trial = try_once(*find_subject(program), condition, options, backend, stop);
      if (!trial && stop.stop_requested()) return {};
      if (!trial) return tl::unexpected(trial.error());
      trials.push_back(std::move(*trial));
    }
  }
  return {};
}

int fail(const Error& error) {
  fmt::print(stderr, "speedup_verdicts: {}\n", error.message);
  return error.fault == Fault::kInput ? 2 : 3;
}

int run(const Options& options, const std::stop_token& stop) {
  auto trials = read_trials(options.results);
  if (!trials) return fail(trials.error());
  std::map<std::string, std::string> unavailable;
  const process::SandboxBackend backend = process::select_backend().backend;
  for (const std::string& condition : options.conditions) {
    if (stop.stop_requested()) break;
    const Result<Condition> held = bring_about(condition);
    if (!held) {
      unavailable.emplace(condition, held.error().message);
      continue;
    }
    if (condition == "idle") warn_when_not_idle();
    if (const auto tried = try_all(condition, options, backend, stop, *trials); !tried) return fail(tried.error());
  }
  const std::string table = table_of(*trials, unavailable);
  fmt::print("\n{}", table);
  if (!options.table.empty()) {
    if (const auto written = os::write_file(options.table, table); !written) return fail(written.error());
  }
  const bool wrong = std::ranges::any_of(*trials, [](const Trial& trial) { return score(trial) == Score::kWrong; });
  return stop.stop_requested() ? 130 : wrong ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app(kHelp);
  add_options(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  const os::Interrupt interrupt;
  return run(options, interrupt.token());
}
