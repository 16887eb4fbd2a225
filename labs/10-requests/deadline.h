#pragma once

#include <cstddef>
#include <stop_token>

#include "transport.h"

// Part 3: time-outs. You write the function in deadline.cpp. Read README.md first.

/// How far many requests together may go.
struct Limits {
  std::size_t at_most = 8;           ///< requests that run at the same time; above 0
  Duration each = Duration::max();   ///< for one request, from its beginning on; 0 or more, max: as long as it takes
  TimePoint all = TimePoint::max();  ///< when all must have ended; max: no such time
  std::stop_token stop = {};         ///< a request to stop ends them all
};

/// The deadline of a request that begins now: when its own time has passed, or all must have ended, what comes first.
/// \param now  any; with a `limits.each` that reaches beyond the clock's end, its own time never passes
TimePoint deadline_of(const Limits& limits, TimePoint now);
