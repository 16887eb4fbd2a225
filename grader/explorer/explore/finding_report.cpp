#include "explorer/explore/finding_report.h"

#include <algorithm>
#include <span>
#include <utility>

#include "explorer/engine/engine.h"
#include "explorer/explore/access_stacks.h"
#include "explorer/explore/race_consequence.h"
#include "explorer/explore/replay_order.h"
#include "explorer/finding/wording.h"
#include "explorer/image/stack.h"
#include "explorer/report/calls.h"
#include "explorer/report/trace.h"
#include "explorer/strategy/replay.h"

namespace lockstep::explorer {
namespace {

/// How the program came to the two places of a race.
std::string calls(const RawFinding& race, std::span<const Place> instructions, const AccessStacks& stacks,
                  Symbols& symbols) {
  std::string text;
  for (std::size_t i = 0; i < instructions.size() && i < race.threads.size(); ++i) {
    const Stack* stack = stacks.of(instructions[i], race.address);
    const std::string line = stack == nullptr ? "" : calls_text(*stack, symbols);
    if (!line.empty()) text += "\n  " + describe(race.threads[i]) + ": " + line;
  }
  return text;
}

void add(FindingPlace place, std::vector<FindingPlace>& places) {
  if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(std::move(place));
}

/// Adds the program's own frames at an address, innermost first.
void add_frames(std::uintptr_t address, Symbols& symbols, std::vector<FindingPlace>& places) {
  for (const Frame& frame : symbols.frames(address)) {
    if (frame.own()) add({.file = frame.file, .line = std::max(0, frame.line), .function = frame.function}, places);
  }
}

/// The lines that a finding is about: the last is the decisive one, and comes first.
std::vector<FindingPlace> places_of(const RawFinding& finding, Symbols& symbols) {
  std::vector<FindingPlace> places;
  if (finding.source) places.push_back(*finding.source);
  const auto has_own = [&](Place place) { return place != 0 && symbols.own_frame(place) != nullptr; };
  const auto decisive = std::find_if(finding.places.rbegin(), finding.places.rend(), has_own);
  if (decisive != finding.places.rend()) add_frames(image().begin + *decisive, symbols, places);
  for (const Place place : finding.places) {
    if (place != 0) add_frames(image().begin + place, symbols, places);
  }
  return places;
}

/// Adds those who called the two accesses of a race.
void add_callers(const RawFinding& race, std::span<const Place> instructions, const AccessStacks& stacks,
                 Symbols& symbols, std::vector<FindingPlace>& places) {
  for (const Place instruction : instructions) {
    const Stack* stack = stacks.of(instruction, race.address);
    if (stack == nullptr) continue;
    for (const std::uintptr_t address : *stack) {
      if (image().place(address) != 0) add_frames(address, symbols, places);
    }
  }
}

/// Puts the two accesses of a race between the steps where they were made. Atomic ones are steps.
/// \pre the race ended the schedule
void add_accesses(const RawFinding& race, std::span<const Place> instructions, const AccessStacks& stacks,
                  std::vector<Step>& steps) {
  for (std::size_t i = std::min(instructions.size(), race.threads.size()); i-- > 0;) {
    const auto time = stacks.time_of(instructions[i], race.address, race.threads[i]);
    if (!time || (time->kind != Access::kRead && time->kind != Access::kWrite) || time->steps > steps.size()) continue;
    Step access{.thread = race.threads[i],
                .operation = {.kind = time->kind == Access::kRead ? OpKind::kRead : OpKind::kWrite,
                              .place = race.places[i],
                              .object = reinterpret_cast<const void*>(race.address)},
                .access = true};
    if (time->steps > 0) access.held_then = steps[time->steps - 1].held_then;
    steps.insert(steps.begin() + static_cast<std::ptrdiff_t>(time->steps), std::move(access));
  }
}

}  // namespace

FindingReport make_report(RawFinding finding, std::vector<Step> steps, Symbols& symbols) {
  Exploration::Found found{.kind = finding.kind,
                           .message = readable(finding.message, finding, symbols),
                           .places = places_of(finding, symbols),
                           .trace = trace_text(steps, finding, symbols),
                           .steps = trace_steps(steps, finding, symbols),
                           .replay = "0",
                           .schedule = 0};
  return {std::move(found), std::move(finding), std::move(steps)};
}

std::optional<FindingReport> reproduce(Runner& runner, Symbols& symbols, const RawFinding& finding,
                                       const Schedule& schedule, std::uint64_t seed) {
  // First, because what the program prints in the replay is kept.
  const bool race = finding.kind == FindingKind::kDataRace;
  const std::string consequence =
      race ? find_consequence(runner, symbols, finding.places, seed, engine().digests().size()) : std::string();
  AccessStacks stacks(finding.places);
  Rules rules = runner.rules();
  if (race) rules.watch = &stacks;
  ReplayStrategy replay(schedule);
  std::vector<Step> steps;
  auto again = replay.begin() ? runner.run(replay, rules, &steps) : std::nullopt;
  if (!again || again->kind != finding.kind) return std::nullopt;
  FindingReport reported = make_report(std::move(*again), std::move(steps), symbols);
  reported.found.replay = ReplayOrder::under(rules, schedule).text();
  reported.found.message += calls(reported.raw, finding.places, stacks, symbols);
  if (race) {
    add_accesses(reported.raw, finding.places, stacks, reported.steps);
    reported.found.trace = trace_text(reported.steps, reported.raw, symbols);
    reported.found.steps = trace_steps(reported.steps, reported.raw, symbols);
  }
  add_callers(reported.raw, finding.places, stacks, symbols, reported.found.places);
  if (!consequence.empty()) reported.found.message += "\n" + consequence;
  return reported;
}

}  // namespace lockstep::explorer
