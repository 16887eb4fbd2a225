#include "apply.h"

#include <stdexcept>

// Part 3: point by point and by a window. Read README.md first.

Image apply(const Filter& /*filter*/, const Image& /*picture*/, const Tiling& /*tiling*/) {
  throw std::logic_error("apply is not written yet: see part 3 of README.md");
}
