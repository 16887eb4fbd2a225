#include "checks/speedup/speedup.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <random>

#include "checks/speedup/deadline.h"
#include "checks/speedup/gather.h"
#include "checks/speedup/opinion.h"
#include "os/cores.h"

namespace lockstep::checks {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kTimingBudget{4'000};
constexpr milliseconds kWholeSession{60'000};  // takes 3 s; on a slow and busy machine 10

// A job of some 40 ms is soon too little to go round, and eight cores are enough to tell.
constexpr double kMostWorkers = 8;

/// Starts one of the two programs. Nothing is asked here.
Result<process::Session> start_program(const Context& context, const build::Programs& programs, const std::string& name,
                                       std::stop_token stop) {
  const RunLimits& limits = context.check.limits;
  return process::start({.argv = {(programs.dir / name).string(), "--serve"},
                         .environment = {},
                         .working_dir = {},
                         .input = {},
                         .channels = 1},
                        {.wall = kWholeSession,
                         .cpu = 2 * kWholeSession,
                         .memory_bytes = limits.memory_bytes,
                         .processes = limits.processes,
                         .output_bytes = limits.output_bytes},
                        {.rung = context.rung, .readable = {programs.dir}, .hidden = {}, .writable = {}},
                        std::move(stop));
}

speedup::Peer peer_of(process::Session& session, speedup::Deadline& deadline, speedup::Whose whose) {
  return {whose, [&](std::string_view line) { return deadline.bound([&] { return session.ask(line); }); },
          [&session] { return session.cpu(); }};
}

Verdict kit_failed(std::string why) {
  return {.outcome = Outcome::kError, .fraction = 0, .findings = {}, .cases = {}, .notes = {std::move(why)}};
}

Verdict verdict_of(const speedup::Trouble& trouble, const Check& check) {
  const std::string who = trouble.function.empty() ? "the program" : trouble.function;
  if (trouble.whose == speedup::Whose::kKit) {
    return kit_failed(fmt::format("The lab's own sequential program failed: {} {}.", who, trouble.what));
  }
  Verdict verdict{.outcome = Outcome::kFail, .fraction = 0, .findings = {}, .cases = {}, .notes = {}};
  verdict.findings.push_back({.kind = trouble.kind,
                              .message = fmt::format("{} {}.", who, trouble.what),
                              .file = {},
                              .line = 0,
                              .replay = {},
                              .read = check.read,
                              .raw = {}});
  return verdict;
}

Verdict verdict_of(const std::vector<speedup::Evidence>& all, const Check& check, const SpeedupCheck& settings) {
  Verdict verdict{.outcome = Outcome::kPass, .fraction = 0, .findings = {}, .cases = {}, .notes = {}};
  for (const speedup::Evidence& evidence : all) {
    speedup::Opinion opinion = judge(evidence, settings);
    verdict.notes.push_back(std::move(opinion.note));
    verdict.cases.push_back({evidence.function, opinion.finding ? Outcome::kFail : Outcome::kPass, opinion.fraction});
    verdict.fraction += opinion.fraction / static_cast<double>(all.size());
    if (!opinion.finding) continue;
    verdict.outcome = Outcome::kFail;
    opinion.finding->read = check.read;
    verdict.findings.push_back(std::move(*opinion.finding));
  }
  if (verdict.outcome == Outcome::kPass) verdict.fraction = 1;
  return verdict;
}

/// What there is to say on one core: the results were right, and what the tasks showed.
Verdict inconclusive(const std::vector<speedup::Evidence>& all) {
  Verdict verdict{.outcome = Outcome::kInconclusive, .fraction = 0, .findings = {}, .cases = {}, .notes = {}};
  verdict.notes.emplace_back(
      "Only one core may be used here, so no program can be faster than a sequential one. Grade on a machine with "
      "two.");
  for (const speedup::Evidence& evidence : all) {
    verdict.notes.push_back(
        fmt::format("{}: {:.0f} % of its tasks met another one; with two cores it would be at most "
                    "{:.2f} times as fast as with one.",
                    evidence.function, 100 * evidence.structure.met, evidence.structure.balance.value_or(1)));
    verdict.cases.push_back({evidence.function, Outcome::kInconclusive, 0});
  }
  return verdict;
}

/// Times those whose tasks are as they should be; the others have been found out already.
speedup::Answer<std::monostate> time_the_parallel(std::vector<speedup::Evidence>& all, const speedup::Bench& bench,
                                                  unsigned workers, const SpeedupCheck& settings) {
  std::vector<std::string> functions;
  for (const speedup::Evidence& evidence : all) {
    if (is_parallel(evidence.structure, settings)) functions.push_back(evidence.function);
  }
  if (functions.empty()) return {};
  auto rounds = time_functions(bench, functions, workers, settings, kTimingBudget);
  if (!rounds) return tl::unexpected(rounds.error());
  for (speedup::Evidence& evidence : all) {
    const auto at = std::ranges::find(functions, evidence.function);
    if (at == functions.end()) continue;
    evidence.workers = workers;
    evidence.rounds = std::move((*rounds)[static_cast<std::size_t>(at - functions.begin())]);
  }
  return {};
}

speedup::Answer<Verdict> measure(const Context& context, const SpeedupCheck& settings, speedup::Bench& bench) {
  const auto sequential = bench.baseline.functions();
  if (!sequential) return tl::unexpected(sequential.error());
  const auto functions = bench.submission.functions();
  if (!functions) return tl::unexpected(functions.error());
  if (sequential->size() != 1 || functions->empty()) return kit_failed("The lab's speedup program names no function.");
  bench.sequential = sequential->front();

  std::vector<speedup::Evidence> all;
  for (const std::string& function : *functions) {
    const auto structure = look_at_tasks(bench, function, settings);
    if (!structure) return tl::unexpected(structure.error());
    all.push_back({.function = function, .structure = *structure, .workers = 0, .rounds = {}});
  }
  const double cores = os::usable_cores();
  if (cores <= 1) return inconclusive(all);
  if (cores >= 2) {
    const auto workers = static_cast<unsigned>(std::min(cores, kMostWorkers));
    if (const auto timed = time_the_parallel(all, bench, workers, settings); !timed) {
      return tl::unexpected(timed.error());
    }
  }
  return verdict_of(all, context.check, settings);
}

}  // namespace

std::string baseline_of(const SpeedupCheck& settings) { return settings.program + "_baseline"; }

Result<Verdict> judge_speedup(const Context& context) {
  const auto& settings = std::get<SpeedupCheck>(context.check.settings);
  const build::Built& built = context.built.at(build::Flavour::kRelease);
  if (const auto* refused = std::get_if<build::Refused>(&built)) {
    Verdict verdict =
        verdict_of(speedup::Trouble{FindingKind::kBuild, "does not compile:\n" + refused->text, {}, {}}, context.check);
    verdict.findings.front().file = refused->file;
    verdict.findings.front().line = refused->line;
    return verdict;
  }
  const auto& programs = std::get<build::Programs>(built);
  speedup::Deadline deadline(context.check.limits.wall, context.stop);
  Result<process::Session> baseline = start_program(context, programs, baseline_of(settings), deadline.token());
  if (!baseline) return kit_failed(baseline.error().message);
  Result<process::Session> submission = start_program(context, programs, settings.program, deadline.token());
  if (!submission) return kit_failed(submission.error().message);

  speedup::Peer sequential_peer = peer_of(*baseline, deadline, speedup::Whose::kKit);
  speedup::Peer submission_peer = peer_of(*submission, deadline, speedup::Whose::kLearner);
  std::random_device random;
  int step = 0;
  speedup::Bench bench{.baseline = sequential_peer,
                       .submission = submission_peer,
                       .sequential = {},
                       .calibrator = speedup::calibrate,
                       .next_seed = [&random] { return (static_cast<std::uint64_t>(random()) << 32) | random(); },
                       .progress =
                           [&](std::string_view what) {
                             ++step;
                             if (context.progress) context.progress(what, step, std::max(step, 12));
                           }};
  const speedup::Answer<Verdict> verdict = measure(context, settings, bench);
  if (context.stop.stop_requested()) return machine_error("stopped");
  return verdict ? *verdict : verdict_of(verdict.error(), context.check);
}

}  // namespace lockstep::checks
