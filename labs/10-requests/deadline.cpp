#include "deadline.h"

#include <stdexcept>

// Part 3: time-outs. Read README.md first.

TimePoint deadline_of(const Limits& /*limits*/, TimePoint /*now*/) {
  throw std::logic_error("deadline_of is not written yet: see part 3 of README.md");
}
