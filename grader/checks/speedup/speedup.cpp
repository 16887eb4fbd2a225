#include "checks/speedup/speedup.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <random>

#include "checks/speedup/deadline.h"
#include "checks/speedup/gather.h"
#include "checks/speedup/opinion.h"
#include "checks/speedup/outlook.h"
#include "checks/speedup/start.h"
#include "os/contention.h"
#include "os/cores.h"

namespace lockstep::checks {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kTimingBudget{4'000};
// A job of some 40 ms is soon too little to go round, and eight cores are enough to tell.
constexpr double kMostWorkers = 8;

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

/// Whether the tasks meet and what recordings predict, or else how the tasks share the work.
speedup::Answer<speedup::Evidence> look_at(const speedup::Bench& bench, const std::string& function, unsigned workers,
                                           const SpeedupCheck& settings) {
  const auto met = look_whether_tasks_meet(bench, function, settings);
  if (!met) return tl::unexpected(met.error());
  speedup::Evidence evidence{.function = function,
                             .structure = {.met = *met, .balance = {}, .busiest = 0},
                             .outlook = {},
                             .workers = 0,
                             .rounds = {}};
  if (settings.predicted) {
    auto outlook = look_ahead(bench, function, settings, workers);
    if (!outlook) return tl::unexpected(outlook.error());
    evidence.outlook = std::move(*outlook);
  }
  if (evidence.recorded() != nullptr || *met == 0) return evidence;
  if (const auto shared = look_how_work_is_shared(bench, function, evidence.structure); !shared) {
    return tl::unexpected(shared.error());
  }
  return evidence;
}

/// Times those that have not been found out already.
speedup::Answer<std::monostate> time_the_parallel(std::vector<speedup::Evidence>& all, const speedup::Bench& bench,
                                                  unsigned workers, const SpeedupCheck& settings) {
  std::vector<speedup::Timed> functions;
  std::vector<speedup::Evidence*> timed;
  for (speedup::Evidence& evidence : all) {
    if (!needs_the_clock(evidence, settings)) continue;
    functions.push_back({evidence.function, evidence.busy()});
    timed.push_back(&evidence);
  }
  if (functions.empty()) return {};
  auto rounds = time_functions(bench, functions, workers, settings, kTimingBudget);
  if (!rounds) return tl::unexpected(rounds.error());
  for (std::size_t i = 0; i < timed.size(); ++i) {
    timed[i]->workers = workers;
    timed[i]->rounds = std::move((*rounds)[i]);
  }
  return {};
}

/// What else went on, where it was enough to tell in a verdict.
std::string about(const os::Contention& contention) {
  constexpr double kLittle = 0.05;
  const double pressure = contention.pressure.value_or(0);
  if (contention.steal < kLittle && pressure < kLittle) return {};
  std::string text =
      fmt::format("Meanwhile the host gave {:.0f} % of the cores' time to other machines", 100 * contention.steal);
  if (contention.pressure) {
    text += fmt::format(", and for {:.0f} % of the time some thread of this one waited for a core", 100 * pressure);
  }
  return text + ".";
}

speedup::Answer<Verdict> measure(const Context& context, const SpeedupCheck& settings, speedup::Bench& bench) {
  const auto sequential = bench.baseline.functions();
  if (!sequential) return tl::unexpected(sequential.error());
  const auto functions = bench.submission.functions();
  if (!functions) return tl::unexpected(functions.error());
  if (sequential->size() != 1 || functions->empty()) return kit_failed("The lab's speedup program names no function.");
  bench.sequential = sequential->front();

  const os::ContentionWatch watch;
  // On fewer than two cores nothing is fast by the clock, but the CPU times still count.
  const double cores = os::usable_cores();
  const auto workers = static_cast<unsigned>(std::clamp(cores, 2.0, kMostWorkers));
  std::vector<speedup::Evidence> all;
  for (const std::string& function : *functions) {
    auto evidence = look_at(bench, function, workers, settings);
    if (!evidence) return tl::unexpected(evidence.error());
    all.push_back(std::move(*evidence));
  }
  if (const auto timed = time_the_parallel(all, bench, workers, settings); !timed) {
    return tl::unexpected(timed.error());
  }
  if (cores <= 1 && !std::ranges::all_of(all, &speedup::Evidence::recorded)) return inconclusive(all);
  Verdict verdict = verdict_of(all, context.check, settings);
  if (std::string others = about(watch.until_now()); !others.empty()) verdict.notes.push_back(std::move(others));
  return verdict;
}

}  // namespace

std::string baseline_of(const SpeedupCheck& settings) { return settings.program + "_baseline"; }

Result<Verdict> judge_speedup(const Context& context) {
  const auto& settings = std::get<SpeedupCheck>(context.check.settings);
  const build::Built& built = context.built.at(build::Flavour::kRelease);
  if (const auto* failure = std::get_if<build::BuildFailure>(&built)) {
    Verdict verdict =
        verdict_of(speedup::Trouble{FindingKind::kBuild, "does not compile:\n" + failure->text, {}, {}}, context.check);
    verdict.findings.front().file = failure->file;
    verdict.findings.front().line = failure->line;
    return verdict;
  }
  const auto& programs = std::get<build::Programs>(built);
  speedup::Deadline deadline(context.check.limits.wall, context.stop);
  Result<process::Session> baseline =
      speedup::start_program(context, programs, baseline_of(settings), deadline.token());
  if (!baseline) return kit_failed(baseline.error().message);
  Result<process::Session> submission = speedup::start_program(context, programs, settings.program, deadline.token());
  if (!submission) return kit_failed(submission.error().message);
  std::optional<process::Session> predictor;
  if (settings.predicted) {
    auto started = speedup::start_program(context, programs, settings.predicted->program, deadline.token());
    if (!started) return kit_failed(started.error().message);
    predictor = std::move(*started);
  }

  speedup::Peer sequential_peer = speedup::peer_of(*baseline, deadline, speedup::Whose::kKit);
  speedup::Peer submission_peer = speedup::peer_of(*submission, deadline, speedup::Whose::kLearner);
  std::optional<speedup::Peer> predictor_peer;
  if (predictor) predictor_peer = speedup::peer_of(*predictor, deadline, speedup::Whose::kLearner);
  std::random_device random;
  int step = 0;
  speedup::Bench bench{.baseline = sequential_peer,
                       .submission = submission_peer,
                       .predictor = predictor_peer ? &*predictor_peer : nullptr,
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
