#include "politeness.h"

#include <algorithm>
#include <chrono>

Politeness::Politeness(Duration gap) : gap_(gap) {}

void Politeness::wait_for_turn(const std::string& name, TimePoint deadline, const std::stop_token& stop) {
  using Clock = std::chrono::steady_clock;
  std::unique_lock lock(mutex_);
  Host& host = hosts_[name];
  const auto mine = host.waiting.insert(host.waiting.end(), 0);
  const auto is_first = [&] { return host.waiting.begin() == mine; };
  TimePoint now = Clock::now();
  while (!stop.stop_requested() && now < deadline && !(is_first() && now >= host.next)) {
    const TimePoint until = is_first() ? std::min(host.next, deadline) : deadline;
    const bool was_first = is_first();
    const auto moved_up = [&] { return is_first() != was_first; };
    if (until == TimePoint::max()) {
      changed_.wait(lock, stop, moved_up);
    } else {
      changed_.wait_until(lock, stop, until, moved_up);
    }
    now = Clock::now();
  }
  const bool first = is_first();
  host.waiting.erase(mine);
  if (first) changed_.notify_all();  // the next one may be first now, whether this one has its turn or gives up
  if (stop.stop_requested()) throw Stopped("stopped before its turn: " + name);
  if (now >= deadline) throw TimedOut("no turn in time: " + name);
  host.next = now + gap_;
}
