#include "checks/speedup/speedup.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>

#include "checks/program.h"
#include "checks/speedup/assessment.h"
#include "checks/speedup/predict_speedup.h"
#include "measure/lab_programs.h"
#include "measure/measurements.h"
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

Verdict verdict_of(const measure::ProgramFailure& failure, const Check& check) {
  if (failure.owner != measure::Owner::kLearner) return kit_failed(sentence(failure));
  Verdict verdict{.outcome = Outcome::kFail, .fraction = 0, .findings = {}, .cases = {}, .notes = {}};
  verdict.findings.push_back({.kind = failure.kind,
                              .message = sentence(failure),
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
    speedup::FunctionAssessment assessment = assess(evidence, settings);
    verdict.notes.push_back(std::move(assessment.note));
    verdict.cases.push_back(
        {evidence.function, assessment.finding ? Outcome::kFail : Outcome::kPass, assessment.fraction});
    verdict.fraction += assessment.fraction / static_cast<double>(all.size());
    if (!assessment.finding) continue;
    verdict.outcome = Outcome::kFail;
    assessment.finding->read = check.read;
    verdict.findings.push_back(std::move(*assessment.finding));
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
                    evidence.function, 100 * evidence.structure.met, evidence.structure.parallelism.value_or(1)));
    verdict.cases.push_back({evidence.function, Outcome::kInconclusive, 0});
  }
  return verdict;
}

/// Whether the tasks meet and what recordings predict, or else how the tasks share the work.
measure::Answer<speedup::Evidence> look_at(const measure::Bench& bench, const std::string& function, unsigned workers,
                                           const SpeedupCheck& settings) {
  const auto met = measure::measure_overlap(bench, function, settings);
  if (!met) return tl::unexpected(met.error());
  speedup::Evidence evidence{.function = function,
                             .structure = {.met = *met, .parallelism = {}, .busiest = 0},
                             .predicted = {},
                             .workers = 0,
                             .rounds = {}};
  if (settings.predicted) {
    auto predicted = speedup::predict_speedup(bench, function, settings, workers);
    if (!predicted) return tl::unexpected(predicted.error());
    evidence.predicted = std::move(*predicted);
  }
  if (evidence.recorded() != nullptr || *met == 0) return evidence;
  const auto sharing = measure::measure_parallelism(bench, function);
  if (!sharing) return tl::unexpected(sharing.error());
  evidence.structure.parallelism = sharing->parallelism;
  evidence.structure.busiest = sharing->busiest;
  return evidence;
}

/// Times those that the other evidence has not decided.
measure::Answer<std::monostate> time_the_parallel(std::vector<speedup::Evidence>& all, const measure::Bench& bench,
                                                  unsigned workers, const SpeedupCheck& settings) {
  std::vector<measure::Timed> functions;
  std::vector<speedup::Evidence*> timed;
  for (speedup::Evidence& evidence : all) {
    if (!needs_the_clock(evidence, settings)) continue;
    functions.push_back({evidence.function, evidence.busy()});
    timed.push_back(&evidence);
  }
  if (functions.empty()) return {};
  auto rounds = measure::time_functions(bench, functions, workers, settings, kTimingBudget);
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
    text += fmt::format(", and for {:.0f} % of the time some thread of this machine waited for a core", 100 * pressure);
  }
  return text + ".";
}

measure::Answer<Verdict> assess_all(const Context& context, const SpeedupCheck& settings, const measure::Bench& bench) {
  const auto functions = bench.submission.functions();
  if (!functions) return tl::unexpected(functions.error());
  if (functions->empty()) return kit_failed("The lab's speedup program names no function.");

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

Result<Verdict> judge_speedup(const Context& context) {
  const auto& settings = std::get<SpeedupCheck>(context.check.settings);
  const build::Built& built = context.built.at(build::Flavour::kRelease);
  if (const auto* failure = std::get_if<build::BuildFailure>(&built)) {
    if (failure->starved) return starved_build(*failure);
    Verdict verdict = verdict_of(
        measure::ProgramFailure{FindingKind::kBuild, "does not compile:\n" + failure->text, {}, {}}, context.check);
    verdict.findings.front().file = failure->file;
    verdict.findings.front().line = failure->line;
    return verdict;
  }
  int step = 0;
  const auto progress = [&](std::string_view what) {
    ++step;
    if (context.progress) context.progress(what, step, std::max(step, 12));
  };
  const auto programs = measure::LabPrograms::start(
      settings, {.submission = settings.program, .predictor = settings.predicted ? settings.predicted->program : ""},
      {.programs = std::get<build::Programs>(built),
       .limits = context.check.limits,
       .backend = context.backend,
       .stop = context.stop,
       .progress = progress});
  const measure::Answer<Verdict> verdict =
      programs.and_then([&](const auto& started) { return assess_all(context, settings, started->bench()); });
  if (context.stop.stop_requested()) return machine_error("stopped");
  return verdict ? *verdict : verdict_of(verdict.error(), context.check);
}

}  // namespace lockstep::checks
