// lockstep::explore where there is no explorer: the body runs again and again, and the system's scheduler does what it
// likes. What a test expects of the body, GoogleTest itself sees.

#include <algorithm>
#include <chrono>

#include "lockstep/explore.h"

namespace lockstep {

Exploration explore(const std::function<void()>& body, const ExploreOptions& options) {
  using Clock = std::chrono::steady_clock;
  constexpr std::uint64_t kMostRuns = 200;
  constexpr std::chrono::milliseconds kLongest{200};  // many cases run it in each of several flavours
  Exploration result;
  result.guarantee = "a stress test, which proves little; the explorer judges this case";
  // A body that is to go wrong would hang or crash here: only the explorer can be its referee.
  if (options.expected) return result;
  const auto start = Clock::now();
  const auto end = start + std::min(options.time, kLongest);
  do {
    body();
    ++result.schedules;
  } while (result.schedules < std::min(options.schedules, kMostRuns) && Clock::now() < end);
  result.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  return result;
}

}  // namespace lockstep
