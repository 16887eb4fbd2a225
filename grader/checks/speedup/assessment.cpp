#include "checks/speedup/assessment.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "checks/speedup/predict_speedup.h"
#include "measure/clock.h"

namespace lockstep::checks::speedup {
namespace {

using measure::ClockSays;
using measure::Interval;

/// Below this share, what met did so by accident: nothing is left of running at the same time.
constexpr double kNothingMet = 0.1;

/// Two halves of one core may take 1.6 times the CPU time for the same work; more than this is the program's own.
constexpr double kMostCpuRatio = 2.5;

/// From this share on, one of two workers did clearly more than its half.
constexpr double kMostOfTheWork = 0.55;

double percent(double share) { return 100 * share; }

FunctionAssessment fail(double fraction, std::string note, std::string message) {
  // What fails never earns everything.
  Finding finding{FindingKind::kSpeedup, std::move(message), {}, 0, {}, {}, {}};
  return {.fraction = std::min(fraction, 0.9), .finding = std::move(finding), .note = std::move(note)};
}

std::string structure_note(const Structure& structure) {
  std::string note = fmt::format("{:.0f} % of the tasks met another one", percent(structure.met));
  if (structure.parallelism) note += fmt::format("; work ÷ span on two workers: {:.2f}", *structure.parallelism);
  return note;
}

/// What the recording says of the cause, as a sentence more; often nothing.
std::string recorded_cause(const Evidence& evidence) {
  const auto* predicted = evidence.recorded();
  return predicted == nullptr || predicted->explanation.empty() ? ""
                                                                : " Recorded on one core: " + predicted->explanation;
}

FunctionAssessment never_together(const Evidence& evidence) {
  return fail(0, fmt::format("{}: judged by the rendezvous, which holds on any machine.", evidence.function),
              fmt::format("{}: your tasks never ran at the same time. Each one waited inside for another one to "
                          "start, and {:.0f} % of them met one. "
                          "Look for a lock that is held while a task runs, a join() or get() before the next start, "
                          "std::launch::deferred, or a worker that is given everything.{}",
                          evidence.function, percent(evidence.structure.met), recorded_cause(evidence)));
}

/// What keeps tasks that do meet from being shared, and where to look.
std::string cause_of(const Structure& structure, const SpeedupCheck& settings) {
  if (structure.busiest >= kMostOfTheWork) {
    return fmt::format(
        "one worker did {:.0f} % of the work, although there were two. Equal shares of the tasks are not equal "
        "shares of the work when some tasks cost more than others.",
        percent(structure.busiest));
  }
  if (structure.met < settings.meet_share) {
    return fmt::format(
        "{:.0f} % of the tasks ran alone, although there were two workers. Look for what lets in one at a time: a "
        "lock that is held while a task runs (around one stage of several is enough), or a wait for another worker's "
        "result.",
        percent(1 - structure.met));
  }
  return "tasks did run at the same time, and each of two workers did its half, but not beside the other's: one waited "
         "while the other one worked. Look for a worker that waits, with a finished result or at the end of a round, "
         "while there are tasks that no worker has begun.";
}

/// Whether the tasks run at the same time and are evenly shared, as far as asked for.
bool is_parallel(const Structure& structure, const SpeedupCheck& settings) {
  return structure.met >= settings.meet_share && structure.parallelism.value_or(0) >= settings.parallelism;
}

FunctionAssessment uneven(const Evidence& evidence, const SpeedupCheck& settings) {
  const double parallelism = evidence.structure.parallelism.value_or(1);
  return fail(
      points_for(parallelism / 2, settings),
      fmt::format("{}: judged by rendezvous and work ÷ span, which hold on any machine: {}.", evidence.function,
                  structure_note(evidence.structure)),
      fmt::format("{}: {} Two free cores would run it {:.2f} times as fast as one; the check asks for {:.2f}.",
                  evidence.function, cause_of(evidence.structure, settings), parallelism, settings.parallelism));
}

std::string prediction_text(unsigned cores, const Interval& speedup) {
  return fmt::format("predicted for {} cores: {:.2f} times as fast as the sequential code ({:.2f} to {:.2f})", cores,
                     speedup.middle, speedup.low, speedup.high);
}

std::string prediction_note(const PredictedSpeedup& predicted, const SpeedupCheck& settings) {
  std::string note = prediction_text(2, predicted.on_two);
  if (predicted.on_many) note += "; " + prediction_text(settings.predicted->cores, *predicted.on_many);
  return note;
}

/// \param asked  of `cores`, at least
FunctionAssessment too_slow_there(const Evidence& evidence, const PredictedSpeedup& predicted, unsigned cores,
                                  const Interval& speedup, double asked, const SpeedupCheck& settings) {
  return fail(
      points_for(settings.full_points_at * speedup.high / asked, settings),
      fmt::format("{}: judged by recordings, which hold on any machine: {}.", evidence.function,
                  prediction_note(predicted, settings)),
      fmt::format(
          "{}: on {} cores it would be {:.1f} times as fast as the sequential code; the check "
          "asks for {:.1f}. {} Look for work that is done before the threads start or when they have ended, shares "
          "of the work that are not equal, and locks that are held for long.",
          evidence.function, cores, speedup.middle, asked, predicted.explanation));
}

/// Where recordings find it too slow. They know what tasks cost and what is outside of them, and who waits for whom.
std::optional<FunctionAssessment> by_recordings(const Evidence& evidence, const PredictedSpeedup& predicted,
                                                const SpeedupCheck& settings) {
  // One thread at a time is told in other words than a part that is serial.
  constexpr double kNoGain = 1.15;
  const bool nothing_met = evidence.structure.met < kNothingMet;
  if (nothing_met && predicted.on_two.middle < kNoGain) return never_together(evidence);
  if (predicted.on_two.high < asked_on_two(settings)) {
    return too_slow_there(evidence, predicted, 2, predicted.on_two, asked_on_two(settings), settings);
  }
  if (nothing_met) return never_together(evidence);
  const Predicted& asked = *settings.predicted;
  if (!predicted.on_many || predicted.on_many->high >= asked.speedup) return std::nullopt;
  return too_slow_there(evidence, predicted, asked.cores, *predicted.on_many, asked.speedup, settings);
}

/// What keeps it from being worth while to time the function, on any machine.
std::optional<FunctionAssessment> by_structure(const Evidence& evidence, const SpeedupCheck& settings) {
  if (const auto* predicted = evidence.recorded()) return by_recordings(evidence, *predicted, settings);
  if (evidence.structure.met < kNothingMet) return never_together(evidence);
  if (!is_parallel(evidence.structure, settings)) return uneven(evidence, settings);
  return std::nullopt;
}

/// What is known besides what judged.
std::string other_notes(const Evidence& evidence, const SpeedupCheck& settings) {
  std::string notes = structure_note(evidence.structure);
  if (const auto* predicted = evidence.recorded()) {
    notes += "; " + prediction_note(*predicted, settings);
  } else if (const auto& why = std::get<Unpredictable>(evidence.predicted).why; !why.empty()) {
    notes += "; not predicted: " + why;
  }
  return notes;
}

std::string clock_note(const ClockSays& clock, unsigned workers) {
  return fmt::format(
      "{:.2f} times as fast as the sequential code with {} workers ({:.2f} to {:.2f}, {} rounds; {:.2f} "
      "cores were available)",
      clock.speedup.middle, workers, clock.speedup.low, clock.speedup.high, clock.rounds, clock.capacity);
}

FunctionAssessment by_clock(const Evidence& evidence, const ClockSays& clock, const SpeedupCheck& settings) {
  const std::string note = fmt::format("{}: judged by the clock: {}. {}.", evidence.function,
                                       clock_note(clock, evidence.workers), other_notes(evidence, settings));
  const double fraction = points_for(clock.share.high, settings);
  if (fraction >= 1) return {.fraction = 1, .finding = {}, .note = note};
  return fail(fraction, note,
              fmt::format("{}: {}. That is {:.0f} % of what the machine could give; the check asks for {:.0f} %. "
                          "Its tasks do run at the same time and are evenly shared, and it used {:.1f} times the CPU "
                          "time of the sequential code: look for what happens outside the tasks, such as threads "
                          "made for little work, workers that wait in a loop, or a lock that all take often.",
                          evidence.function, clock_note(clock, evidence.workers), percent(clock.share.middle),
                          percent(settings.full_points_at), clock.cpu_ratio.middle));
}

std::string why_no_clock(const ClockSays& clock) {
  if (2 * clock.rounds >= clock.measured) {
    return fmt::format("only {} rounds fitted into the time, too few for the clock", clock.rounds);
  }
  return fmt::format(
      "the machine is not quiet enough for the clock: trusted threads had a core for {:.0f} % of the time, {:.1f} "
      "cores in all, and lost it {:.0f} times a round; {} of {} rounds can be believed",
      percent(clock.cpu_share), clock.capacity, clock.preemptions, clock.rounds, clock.measured);
}

/// How much faster it would be on two cores, by the best that is known.
double on_two(const Evidence& evidence) {
  const auto* predicted = evidence.recorded();
  return predicted != nullptr ? predicted->on_two.middle : evidence.structure.parallelism.value_or(1);
}

/// The same work by many threads does not take many times the CPU time.
FunctionAssessment expensive(const Evidence& evidence, const ClockSays& clock, const std::string& note,
                             const SpeedupCheck& settings) {
  const auto* predicted = evidence.recorded();
  const std::string threads =
      predicted == nullptr ? std::string() : fmt::format(" (it made {} threads)", predicted->threads - 1);
  return fail(points_for(on_two(evidence) / 2 / clock.cpu_ratio.low, settings), note,
              fmt::format("{}: it used {:.1f} times the CPU time of the sequential code, so even with more "
                          "cores it would not be fast. Look for threads made for little work{}, workers that wait in a "
                          "loop, or memory that all threads write all the time: one atomic counter, or counters side "
                          "by side in a cache line.",
                          evidence.function, clock.cpu_ratio.middle, threads));
}

FunctionAssessment without_clock(const Evidence& evidence, const ClockSays& clock, const SpeedupCheck& settings) {
  const std::string note = fmt::format("{}: judged by what its tasks and a recording show, as {}: {}.",
                                       evidence.function, why_no_clock(clock), other_notes(evidence, settings));
  if (clock.cpu_ratio.low > kMostCpuRatio) return expensive(evidence, clock, note, settings);
  return {.fraction = 1, .finding = {}, .note = note};
}

}  // namespace

double points_for(double share, const SpeedupCheck& settings) {
  const double part = (share - settings.no_points_at) / (settings.full_points_at - settings.no_points_at);
  return std::ceil(std::clamp(part, 0.0, 1.0) * 10 - 1e-9) / 10;
}

bool needs_the_clock(const Evidence& evidence, const SpeedupCheck& settings) {
  return !by_structure(evidence, settings);
}

FunctionAssessment assess(const Evidence& evidence, const SpeedupCheck& settings) {
  if (auto assessment = by_structure(evidence, settings)) return *assessment;
  const ClockSays clock = read_clock(evidence.rounds, evidence.workers, evidence.busy());
  return can_judge(clock, settings.full_points_at) ? by_clock(evidence, clock, settings)
                                                   : without_clock(evidence, clock, settings);
}

}  // namespace lockstep::checks::speedup
