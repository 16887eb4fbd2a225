#pragma once

#include <vector>

#include "deadline.h"
#include "outcome.h"
#include "transport.h"

// Part 1: many at once, and part 3: time-outs and cancellation. You write the function in fetch_all.cpp. Read README.md
// first.

/// Fetches all the requests, `limits.at_most` of them at the same time, and waits until all have ended. As soon as one
/// has ended, the next one in their order begins. Of their threads, none is left when it returns or throws.
///
/// Each request has the deadline that `deadline_of` gives when it begins, and is stopped when `limits.stop` is. A
/// request that has not begun when `limits.all` has come is never sent, and ends with TimedOut; one that has not begun
/// when the stop is requested is never sent, and ends with Stopped; with one of the two when both have come. A request
/// begins with a look at the time and at the stop: where one of them comes just after that look, the request may still
/// be sent, and the transport ends it.
///
/// \return how each has ended, in the order of the requests: with its body, or with what the transport has thrown,
///         whatever it is. How one ends changes nothing for the others.
/// \throw std::invalid_argument when `limits.at_most` is 0
std::vector<Outcome> fetch_all(Transport& transport, const std::vector<Request>& requests, const Limits& limits);
