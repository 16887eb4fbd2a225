#include "threshold.h"

#include <stdexcept>

// Part 3: point by point and by a window. Read README.md first.

void Threshold::apply(const Source& /*source*/, const Target& /*target*/) const {
  throw std::logic_error("Threshold::apply is not written yet: see part 3 of README.md");
}

void AdaptiveThreshold::apply(const Source& /*source*/, const Target& /*target*/) const {
  throw std::logic_error("AdaptiveThreshold::apply is not written yet: see part 3 of README.md");
}
