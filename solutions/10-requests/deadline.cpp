#include "deadline.h"

#include <algorithm>

TimePoint deadline_of(const Limits& limits, TimePoint now) {
  if (limits.each == Duration::max()) return limits.all;
  // A difference, since a sum may reach beyond the clock's end.
  if (limits.each > Duration::zero() && now > TimePoint::max() - limits.each) return limits.all;
  return std::min(now + limits.each, limits.all);
}
