// lockstep::explore where there is no explorer: the body runs again and again, and the system's scheduler does what it
// likes. What a test expects of the body, GoogleTest itself sees.

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "lockstep/explore.h"
#include "lockstep/explore_judged.h"

namespace lockstep {

Exploration explore(const std::function<void()>& body, const ExploreOptions& options) {
  using Clock = std::chrono::steady_clock;
  constexpr std::uint64_t kMostRuns = 200;
  constexpr std::chrono::milliseconds kLongest{200};  // many cases run it in each of several flavours
  Exploration result;
  result.guarantee = "a stress test, which proves little; the explorer judges this case";
  // A body that is to go wrong would hang or crash here: only the explorer can be its referee.
  if (options.expected.any()) return result;
  const auto start = Clock::now();
  const auto end = start + std::min(options.time, kLongest);
  do {
    body();
    ++result.schedules;
  } while (result.schedules < std::min(options.schedules, kMostRuns) && Clock::now() < end);
  result.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  return result;
}

Exploration explore_judged(const std::function<void()>& body, const Judge& judge, const ExploreOptions& /*options*/) {
  Exploration result;
  result.guarantee = "one run";
  body();
  result.schedules = 1;
  if (const auto judgement = judge ? judge() : std::nullopt) {
    result.ended = Exploration::Ended::kFinding;
    result.finding = {.kind = judgement->kind,
                      .message = judgement->message,
                      .places = {judgement->source},
                      .trace = "",
                      .replay = ""};
  }
  return result;
}

bool explores() { return false; }

bool leaves_lines() { return false; }

ExploreOptions asked_options(ExploreOptions options) { return options; }

void report(const Exploration& exploration, const ExploreOptions& /*options*/) {
  if (!exploration.finding) return;
  const FindingPlace place = exploration.finding->places.empty() ? FindingPlace{} : exploration.finding->places.front();
  ADD_FAILURE_AT(place.file.c_str(), place.line) << exploration.finding->message;
}

}  // namespace lockstep
