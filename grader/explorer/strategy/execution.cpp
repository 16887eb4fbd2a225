#include "explorer/strategy/execution.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace lockstep::explorer {
namespace {

constexpr unsigned kGranuleBits = 3;
constexpr std::uint32_t kMostBytes = 64;  ///< an event that touches more at once counts as dependent on every other

[[nodiscard]] bool is_known(const Execution::Event& event, std::span<const std::uint32_t> clock) {
  return clock[static_cast<std::size_t>(event.thread)] >= event.nth;
}

[[nodiscard]] std::uintptr_t first_granule(const Effects::Touched& touched) { return touched.address >> kGranuleBits; }

[[nodiscard]] std::uintptr_t last_granule(const Effects::Touched& touched) {
  return (touched.address + touched.size - 1) >> kGranuleBits;
}

/// Whether it has changed just those bytes: what touched them before happens before it.
[[nodiscard]] bool changes_just(const Effects& effects, const Effects::Touched& touched) {
  return std::any_of(effects.touched().begin(), effects.touched().end(), [&](const Effects::Touched& one) {
    return one.changed && one.address == touched.address && one.size == touched.size;
  });
}

void join(std::span<std::uint32_t> into, std::span<const std::uint32_t> other) {
  std::transform(into.begin(), into.end(), other.begin(), into.begin(),
                 [](std::uint32_t a, std::uint32_t b) { return std::max(a, b); });
}

}  // namespace

/// Makes room for a thread in the clocks.
void Execution::widen(ThreadId thread) {
  const auto needed = static_cast<std::size_t>(thread) + 1;
  if (needed <= width_) return;
  const std::size_t wider = std::max(needed, std::max<std::size_t>(4, 2 * width_));
  std::vector<std::uint32_t> clocks(events_.size() * wider);
  for (std::size_t i = 0; i < events_.size(); ++i) {
    std::copy_n(clocks_.begin() + static_cast<std::ptrdiff_t>(i * width_), width_,
                clocks.begin() + static_cast<std::ptrdiff_t>(i * wider));
  }
  clocks_ = std::move(clocks);
  width_ = wider;
  latest_of_.resize(wider);
}

void Execution::add(Event event) {
  widen(event.thread);
  const bool is_large = std::any_of(event.effects.touched().begin(), event.effects.touched().end(),
                                    [](const Effects::Touched& touched) { return touched.size > kMostBytes; });
  if (is_large) event.effects.affect_all();
  const std::size_t index = events_.size();
  const auto thread = static_cast<std::size_t>(event.thread);
  clocks_.resize((index + 1) * width_);
  const std::span<std::uint32_t> mine = clock(index);
  if (const std::size_t before = latest_of_[thread]; before != 0) {
    std::copy_n(clock(before - 1).begin(), width_, mine.begin());
  } else {
    std::fill(mine.begin(), mine.end(), 0);
  }
  event.nth = mine[thread] + 1;
  find_what_it_depends_on(event, mine);
  for (const std::size_t earlier : depends_on_) join(mine, clock(earlier));
  mine[thread] = event.nth;
  latest_of_[thread] = index + 1;
  events_.push_back(event);
  index_touched(index);
}

void Execution::index_touched(std::size_t index) {
  const Effects& effects = events_[index].effects;
  if (effects.uses_time()) using_time_.push_back(index);
  if (effects.affects_all()) return affecting_all_.push_back(index);
  for (const Effects::Touched& touched : effects.touched()) {
    for (std::uintptr_t granule = first_granule(touched); granule <= last_granule(touched); ++granule) {
      std::size_t& latest = latest_touch_[granule].of(touched.changed);
      touches_.push_back({granule, index, touched.changed, latest});
      latest = touches_.size();
    }
  }
}

void Execution::truncate(std::size_t size) {
  while (!touches_.empty() && touches_.back().event >= size) {
    const Touch& touch = touches_.back();
    latest_touch_[touch.granule].of(touch.changes) = touch.before;
    touches_.pop_back();
  }
  for (std::vector<std::size_t>* events : {&affecting_all_, &using_time_}) {
    while (!events->empty() && events->back() >= size) events->pop_back();
  }
  events_.resize(std::min(size, events_.size()));
  clocks_.resize(events_.size() * width_);
  std::fill(latest_of_.begin(), latest_of_.end(), 0);
  for (std::size_t i = 0; i < events_.size(); ++i) latest_of_[static_cast<std::size_t>(events_[i].thread)] = i + 1;
}

/// \return whether it happens before what the thread has made so far
bool Execution::consider(std::size_t index, const Event& event, std::span<const std::uint32_t> known) {
  const Event& earlier = events_[index];
  if (earlier.thread == event.thread || is_known(earlier, known)) return true;
  if (dependent(earlier.effects, event.effects)) depends_on_.push_back(index);
  return false;
}

void Execution::find_in_granule(std::uintptr_t granule, const Effects::Touched& touched, const Event& event,
                                std::span<const std::uint32_t> known) {
  const auto found = latest_touch_.find(granule);
  if (found == latest_touch_.end()) return;
  std::size_t known_from = 0;  // what touched just these bytes before this event is known, counted from 1
  for (std::size_t at = found->second.change; at != 0 && known_from == 0; at = touches_[at - 1].before) {
    const std::size_t index = touches_[at - 1].event;
    if (consider(index, event, known) && changes_just(events_[index].effects, touched)) known_from = index + 1;
  }
  if (!touched.changed) return;
  for (std::size_t at = found->second.read; at != 0; at = touches_[at - 1].before) {
    const std::size_t index = touches_[at - 1].event;
    if (index < known_from) break;
    consider(index, event, known);
  }
}

void Execution::find_what_it_depends_on(const Event& event, std::span<const std::uint32_t> known) {
  depends_on_.clear();
  // Each of these depends on those of its kind before it: where one is known, they are.
  const auto find_in = [&](const std::vector<std::size_t>& events) {
    for (std::size_t i = events.size(); i-- > 0 && !consider(events[i], event, known);) continue;
  };
  find_in(affecting_all_);
  if (event.effects.uses_time()) find_in(using_time_);
  if (event.effects.affects_all()) {
    for (std::size_t i = events_.size(); i-- > 0;) {
      if (consider(i, event, known) && events_[i].effects.affects_all()) break;
    }
  } else {
    for (const Effects::Touched& touched : event.effects.touched()) {
      for (std::uintptr_t granule = first_granule(touched); granule <= last_granule(touched); ++granule) {
        find_in_granule(granule, touched, event, known);
      }
    }
  }
  std::sort(depends_on_.begin(), depends_on_.end(), std::greater<>());
  depends_on_.erase(std::unique(depends_on_.begin(), depends_on_.end()), depends_on_.end());
}

ThreadSet Execution::initials_without(std::size_t index) const {
  const std::size_t latest = events_.size() - 1;
  ThreadSet initials;
  ThreadSet seen;
  std::array<std::uint32_t, kMaxThreads> first{};  // by thread: its first event of those
  for (std::size_t i = index + 1; i <= latest; ++i) {
    const ThreadId thread = events_[i].thread;
    if (seen.contains(thread) || (i != latest && happens_before(index, i))) continue;
    bool is_first = true;
    for (const ThreadId other : seen) {
      is_first = is_first && clock(i)[static_cast<std::size_t>(other)] < first[static_cast<std::size_t>(other)];
    }
    if (is_first) initials.insert(thread);
    seen.insert(thread);
    first[static_cast<std::size_t>(thread)] = events_[i].nth;
  }
  return initials;
}

}  // namespace lockstep::explorer
