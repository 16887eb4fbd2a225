#include "page/lanes.h"

#include <algorithm>
#include <utility>

namespace lockstep::page {
namespace {

/// Where a name is in a list, to which it is added when it is new.
std::size_t index_in(std::vector<std::string>& names, const std::string& name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  names.push_back(name);
  return names.size() - 1;
}

/// Threads get their names in order; of the later ones ("_aa") the names are longer.
bool earlier(const std::string& a, const std::string& b) {
  return std::pair(a.size(), std::string_view(a)) < std::pair(b.size(), std::string_view(b));
}

std::vector<std::string> threads_of(std::span<const TraceStep> steps) {
  std::vector<std::string> threads;
  for (const TraceStep& step : steps) index_in(threads, step.thread);
  std::sort(threads.begin(), threads.end(), earlier);
  return threads;
}

/// From each thread's first row to the one in which it ends.
void mark_lives(std::span<const TraceStep> steps, Lanes& lanes) {
  for (std::size_t thread = 0; thread < lanes.threads.size(); ++thread) {
    bool alive = false;
    for (std::size_t row = 0; row < steps.size(); ++row) {
      const bool own = lanes.thread_of[row] == thread;
      alive = alive || own;
      lanes.rows[row][thread].alive = alive;
      if (own && steps[row].what == "end") alive = false;
    }
  }
}

std::size_t free_slot(const std::vector<Hold>& holds) {
  std::size_t slot = 0;
  while (std::any_of(holds.begin(), holds.end(), [&](const Hold& hold) { return hold.slot == slot; })) ++slot;
  return slot;
}

Hold* hold_of(Cell& cell, std::size_t lock) {
  const auto found =
      std::find_if(cell.holds.begin(), cell.holds.end(), [&](const Hold& hold) { return hold.lock == lock; });
  return found == cell.holds.end() ? nullptr : &*found;
}

/// The bars over one row. Those that go on keep their slots.
void mark_holds(const TraceStep& step, std::vector<Cell>* before, std::vector<Cell>& row, Lanes& lanes) {
  std::vector<std::pair<std::size_t, std::size_t>> taken;
  for (const HeldLock& held : step.held_then) {
    const auto thread = std::find(lanes.threads.begin(), lanes.threads.end(), held.thread);
    if (thread == lanes.threads.end()) continue;  // none of its steps is shown
    const auto at = static_cast<std::size_t>(thread - lanes.threads.begin());
    const std::size_t lock = index_in(lanes.locks, held.lock);
    if (hold_of(row[at], lock) != nullptr) continue;
    const Hold* const earlier_piece = before == nullptr ? nullptr : hold_of((*before)[at], lock);
    if (earlier_piece == nullptr) {
      taken.emplace_back(at, lock);
    } else {
      row[at].holds.push_back({.slot = earlier_piece->slot, .lock = lock});
    }
  }
  for (const auto& [thread, lock] : taken) {
    row[thread].holds.push_back({.slot = free_slot(row[thread].holds), .lock = lock, .begins = true});
  }
}

void mark_ends(Lanes& lanes) {
  for (std::size_t row = 0; row < lanes.rows.size(); ++row) {
    for (std::size_t thread = 0; thread < lanes.threads.size(); ++thread) {
      for (Hold& hold : lanes.rows[row][thread].holds) {
        hold.ends = row + 1 < lanes.rows.size() && hold_of(lanes.rows[row + 1][thread], hold.lock) == nullptr;
      }
    }
  }
}

}  // namespace

Lanes lanes(std::span<const TraceStep> steps) {
  Lanes lanes{.threads = threads_of(steps), .locks = {}, .rows = {}, .thread_of = {}};
  lanes.rows.assign(steps.size(), std::vector<Cell>(lanes.threads.size()));
  lanes.thread_of.reserve(steps.size());
  for (const TraceStep& step : steps) lanes.thread_of.push_back(index_in(lanes.threads, step.thread));
  mark_lives(steps, lanes);
  for (std::size_t row = 0; row < steps.size(); ++row) {
    mark_holds(steps[row], row == 0 ? nullptr : &lanes.rows[row - 1], lanes.rows[row], lanes);
  }
  mark_ends(lanes);
  return lanes;
}

}  // namespace lockstep::page
