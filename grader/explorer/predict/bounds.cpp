#include "explorer/predict/bounds.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "explorer/predict/work_and_span.h"

namespace lockstep::predict {
namespace {

double share(Nanoseconds part, Nanoseconds whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string percent(double share) { return std::to_string(std::lround(100 * share)) + " %"; }

std::string milliseconds(Nanoseconds time) {
  const long tenths = std::lround(static_cast<double>(time) / 1e5);
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + " ms";
}

double at_most_one_runs(const Timetable& table) {
  std::map<Nanoseconds, int> changes;  // of the number of threads that run
  for (const auto& slices : table.slices) {
    for (const Slice& slice : slices) {
      if (slice.state != ThreadState::kRunning) continue;
      ++changes[slice.begin];
      --changes[slice.end];
    }
  }
  Nanoseconds together = 0;
  Nanoseconds since = 0;
  int running = 0;
  for (const auto& [time, change] : changes) {
    if (running > 1) together += time - since;
    running += change;
    since = time;
  }
  return table.makespan == 0 ? 1 : 1 - share(together, table.makespan);
}

std::vector<Nanoseconds> work_by_thread(const Recording& recording) {
  std::vector<Nanoseconds> sums;
  for (const Recording::Thread& thread : recording.threads) {
    Nanoseconds sum = 0;
    for (const Event& event : thread.events) sum += event.work;
    sums.push_back(sum);
  }
  return sums;
}

/// CPU time of all threads while they hold each lock.
std::vector<Nanoseconds> held(const Recording& recording) {
  std::vector<Nanoseconds> sums(recording.locks.size());
  for (const Recording::Thread& thread : recording.threads) {
    std::vector<std::uint32_t> holds;
    for (const Event& event : thread.events) {
      for (const std::uint32_t lock : holds) sums[lock] += event.work;
      if (event.kind == Event::Kind::kUnlock) std::erase(holds, event.lock);
      if (event.kind == Event::Kind::kLock || event.kind == Event::Kind::kLockShared) holds.push_back(event.lock);
    }
  }
  return sums;
}

std::optional<Bounds::LockWait> worst_lock(const Recording& recording, const Timetable& table) {
  std::vector<Nanoseconds> waited(recording.locks.size());
  for (std::uint32_t thread = 0; thread < table.slices.size(); ++thread) {
    for (const Slice& slice : table.slices[thread]) {
      if (slice.state != ThreadState::kWaitingForLock) continue;
      waited[recording.at({thread, slice.event}).lock] += slice.end - slice.begin;
    }
  }
  const auto worst = std::ranges::max_element(waited);
  if (worst == waited.end() || *worst == 0) return std::nullopt;
  const auto lock = static_cast<std::uint32_t>(worst - waited.begin());
  return Bounds::LockWait{.lock = lock, .waited = *worst, .held = held(recording)[lock]};
}

}  // namespace

Bounds bounds(const Recording& recording, const Timetable& table) {
  const std::vector<Nanoseconds> works = work_by_thread(recording);
  const auto busiest = std::ranges::max_element(works);
  return {.at_most_one_runs = at_most_one_runs(table),
          .busiest_thread = static_cast<std::uint32_t>(busiest - works.begin()),
          .busiest_share = share(*busiest, work(recording)),
          .worst_lock = worst_lock(recording, table)};
}

std::string explain(const Recording& recording, const Bounds& found) {
  std::string text = percent(found.at_most_one_runs) + " of the time at most one thread was running; thread " +
                     std::to_string(found.busiest_thread) + " did " + percent(found.busiest_share) + " of the work";
  if (found.worst_lock) {
    text += "; the longest wait was for " + recording.locks[found.worst_lock->lock].name + ", " +
            milliseconds(found.worst_lock->waited) + " in all, under which " +
            percent(share(found.worst_lock->held, work(recording))) + " of the work is done";
  }
  return text + '.';
}

}  // namespace lockstep::predict
