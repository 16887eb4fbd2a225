#include "explorer/explore/extra_runs.h"

#include <set>

#include "explorer/engine/engine.h"
#include "explorer/report/trace.h"
#include "explorer/strategy/make_strategy.h"
#include "explorer/strategy/replay.h"

namespace lockstep::explorer {
namespace {

/// \param exact  each place is the program's own: slow
LockOrders lock_orders(Runner& runner, bool exact) {
  LockOrders orders;
  Rules rules = runner.rules();
  rules.lock_orders = &orders;
  ReplayStrategy plain{Schedule{}};
  std::vector<Step> steps;
  if (plain.begin() && runner.run(plain, rules, exact ? &steps : nullptr)) return {};
  return orders;
}

/// Runs the plain schedule and random ones with exact places, which is slow: as many as fit into a number of steps.
bool any_finding(Runner& runner, const ExploreOptions& options, std::uint64_t steps) {
  constexpr int kMostRuns = 64;
  constexpr std::uint64_t kMostSteps = 100'000;
  std::vector<Step> trace;  // asked for, so that the places are exact
  ReplayStrategy plain{Schedule{}};
  if (plain.begin() && runner.run(plain, &trace)) return true;
  ExploreOptions at_random = options;
  at_random.strategy = lockstep::Strategy::kRandom;
  const auto random = make_strategy(at_random, steps);
  std::uint64_t done = trace.size();
  for (int i = 0; i < kMostRuns && done < kMostSteps && random->begin(); ++i) {
    trace.clear();
    if (runner.run(*random, &trace)) return true;
    done += trace.size();
  }
  return false;
}

std::string line_of(const Frame& frame) { return frame.file + ":" + std::to_string(frame.line); }

}  // namespace

std::vector<std::string> opposite_lock_orders(Runner& runner, Symbols& symbols) {
  std::vector<std::string> notes;
  if (lock_orders(runner, false).opposite().empty()) return notes;
  for (const std::string& text : lock_orders(runner, true).opposite()) {
    notes.push_back(readable(text, RawFinding{}, symbols));
  }
  return notes;
}

std::vector<std::pair<std::string, std::string>> ordered_pairs(Runner& runner, Symbols& symbols,
                                                               const ExploreOptions& options, std::uint64_t steps) {
  std::set<std::pair<Place, Place>> places;
  engine().shadow().note_ordered(&places);
  const bool found = any_finding(runner, options, steps);
  engine().shadow().note_ordered(nullptr);
  std::set<std::pair<std::string, std::string>> lines;
  for (const auto& [earlier, later] : places) {
    const Frame* first = earlier == 0 ? nullptr : symbols.own_frame(earlier);
    if (first == nullptr || found) continue;
    const std::string first_line = line_of(*first);
    if (const Frame* second = later == 0 ? nullptr : symbols.own_frame(later)) {
      lines.emplace(first_line, line_of(*second));
    }
  }
  return {lines.begin(), lines.end()};
}

}  // namespace lockstep::explorer
