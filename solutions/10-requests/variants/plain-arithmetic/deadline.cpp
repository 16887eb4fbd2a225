#include "deadline.h"

// In long double, which has more digits than a clock.
TimePoint deadline_of(const Limits& limits, TimePoint now) {
  if (limits.each == Duration::max()) return limits.all;
  const long double own = static_cast<long double>(now.time_since_epoch().count()) + limits.each.count();
  if (own >= static_cast<long double>(limits.all.time_since_epoch().count())) return limits.all;
  return now + limits.each;
}
