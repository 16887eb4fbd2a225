#include "fetch_all.h"

#include <atomic>
#include <chrono>
#include <exception>
#include <stdexcept>
#include <thread>

std::vector<Outcome> fetch_all(Transport& transport, const std::vector<Request>& requests, const Limits& limits) {
  if (limits.at_most == 0) throw std::invalid_argument("at most 0 at the same time");
  std::vector<Outcome> outcomes(requests.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < requests.size(); i = next++) {
      try {
        if (limits.stop.stop_requested()) throw Stopped("never sent");
        const TimePoint now = std::chrono::steady_clock::now();
        if (now >= limits.all) throw TimedOut("never sent");
        outcomes[i] = Outcome(transport.fetch(requests[i], deadline_of(limits, now), limits.stop));
      } catch (...) {
        outcomes[i] = Outcome(std::current_exception());
      }
    }
  };
  {
    std::vector<std::jthread> helpers;
    const std::size_t most = requests.size() < limits.at_most ? requests.size() : limits.at_most;
    helpers.reserve(most);
    for (std::size_t i = 1; i < most; ++i) helpers.emplace_back(work);
    work();
  }
  return outcomes;
}
