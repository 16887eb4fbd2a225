#include "explorer/explore/extra_runs.h"

#include <set>

#include "explorer/engine/engine.h"
#include "explorer/report/trace.h"
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

std::vector<std::pair<std::string, std::string>> ordered_pairs(Runner& runner, Symbols& symbols) {
  std::set<std::pair<Place, Place>> places;
  engine().shadow().note_ordered(&places);
  ReplayStrategy plain{Schedule{}};
  std::vector<Step> steps;  // asked for, so that the places are exact
  const bool found = plain.begin() && runner.run(plain, &steps);
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
