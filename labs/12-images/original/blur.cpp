#include "blur.h"

#include <stdexcept>

// Part 4: a halo. Read README.md first.

void Blur::apply(const Source& /*source*/, const Target& /*target*/) const {
  throw std::logic_error("Blur::apply is not written yet: see part 4 of README.md");
}
