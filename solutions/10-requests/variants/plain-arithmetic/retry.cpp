#include "retry.h"

#include <chrono>
#include <cmath>
#include <condition_variable>
#include <exception>
#include <stdexcept>
#include <utility>

#include "deadline.h"

Duration most_pause(const RetryPolicy& policy, int attempt) {
  const long double pause = std::ldexp(static_cast<long double>(policy.first_pause.count()), attempt - 1);
  if (pause >= static_cast<long double>(policy.longest_pause.count())) return policy.longest_pause;
  return Duration{static_cast<Duration::rep>(pause)};
}

RetryingTransport::RetryingTransport(Transport& inner, const RetryPolicy& policy, std::function<double()> random)
    : inner_(inner), policy_(policy), random_(std::move(random)) {
  if (policy_.attempts <= 0) throw std::invalid_argument("attempts");
}

double RetryingTransport::draw() {
  const std::scoped_lock lock(mutex_);
  return random_();
}

std::string RetryingTransport::fetch(const Request& request, TimePoint deadline, const std::stop_token& stop) {
  using Clock = std::chrono::steady_clock;
  for (int attempt = 1;; ++attempt) {
    std::exception_ptr failure;
    try {
      return inner_.fetch(request, deadline_of({.each = policy_.each, .all = deadline}, Clock::now()), stop);
    } catch (const std::runtime_error& error) {
      if (dynamic_cast<const Failed*>(&error) == nullptr && dynamic_cast<const TimedOut*>(&error) == nullptr) throw;
      failure = std::current_exception();
    }
    if (attempt == policy_.attempts) std::rethrow_exception(failure);
    const auto most = static_cast<double>(most_pause(policy_, attempt).count());
    const Duration pause{static_cast<Duration::rep>(draw() * most)};
    const TimePoint now = Clock::now();
    if (deadline - now <= pause) std::rethrow_exception(failure);
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    if (!never.wait_until(lock, stop, now + pause, [] { return false; }) && stop.stop_requested()) {
      throw Stopped("in a pause");
    }
  }
}
