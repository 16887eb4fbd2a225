#include "politeness.h"

#include <chrono>

Politeness::Politeness(Duration gap) : gap_(gap) {}

Politeness::Host& Politeness::host_of(const std::string& name) {
  const std::lock_guard lock(mutex_);
  auto& host = hosts_[name];
  if (host == nullptr) host = std::make_unique<Host>();
  return *host;
}

void Politeness::wait_for_turn(const std::string& name, TimePoint deadline, const std::stop_token& stop) {
  using Clock = std::chrono::steady_clock;
  Host& host = host_of(name);
  // Made before the lock is taken, and gone after it is given back: the callback takes the lock.
  const std::stop_callback wake(stop, [&host] {
    const std::lock_guard lock(host.mutex);
    host.changed.notify_all();
  });
  std::unique_lock lock(host.mutex);
  const std::uint64_t ticket = host.next_ticket++;
  host.waiting.insert(ticket);
  const auto leave = [&] {
    host.waiting.erase(ticket);
    host.changed.notify_all();
  };
  for (;;) {
    if (stop.stop_requested()) {
      leave();
      throw Stopped("stopped while it waited for its turn");
    }
    const TimePoint now = Clock::now();
    const TimePoint turn = host.last_turn.has_value() ? *host.last_turn + gap_ : now;
    if (now >= deadline || turn > deadline) {  // it cannot come in time
      leave();
      throw TimedOut("no turn in time");
    }
    const bool first = *host.waiting.begin() == ticket;
    if (first && now >= turn) {
      host.last_turn = now;
      leave();
      return;
    }
    const TimePoint wake_up = first && turn < deadline ? turn : deadline;
    if (wake_up == TimePoint::max()) {
      host.changed.wait(lock);
    } else {
      host.changed.wait_until(lock, wake_up);
    }
  }
}
