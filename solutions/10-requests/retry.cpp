#include "retry.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>

#include "deadline.h"
#include "pause.h"

Duration most_pause(const RetryPolicy& policy, int attempt) {
  Duration pause = policy.first_pause;
  for (int i = 1; i < attempt && pause < policy.longest_pause; ++i) {
    // A half, since the double may be more than a Duration holds.
    pause = pause > policy.longest_pause / 2 ? policy.longest_pause : pause * 2;
  }
  return std::min(pause, policy.longest_pause);
}

RetryingTransport::RetryingTransport(Transport& inner, const RetryPolicy& policy, std::function<double()> random)
    : inner_(inner), policy_(policy), random_(std::move(random)) {
  if (policy.attempts < 1) throw std::invalid_argument("no attempts: nothing would be fetched");
}

std::string RetryingTransport::fetch(const Request& request, TimePoint deadline, const std::stop_token& stop) {
  const Limits limits{.each = policy_.each, .all = deadline};
  for (int attempt = 1;; ++attempt) {
    TimePoint again;
    try {
      return inner_.fetch(request, deadline_of(limits, std::chrono::steady_clock::now()), stop);
    } catch (const Failed&) {
      again = after_pause(attempt, deadline);
      if (again == TimePoint::max()) throw;
    } catch (const TimedOut&) {
      again = after_pause(attempt, deadline);
      if (again == TimePoint::max()) throw;
    }
    if (!pause_until(again, stop)) throw Stopped("stopped before it was tried again: " + request.path);
  }
}

/// When the pause after this attempt has ended: TimePoint::max() where no attempt may follow.
TimePoint RetryingTransport::after_pause(int attempt, TimePoint deadline) {
  if (attempt == policy_.attempts) return TimePoint::max();
  const Duration pause = [&] {
    const std::lock_guard lock(mutex_);
    return std::chrono::duration_cast<Duration>(random_() * most_pause(policy_, attempt));
  }();
  const TimePoint now = std::chrono::steady_clock::now();
  return pause < deadline - now ? now + pause : TimePoint::max();
}
