#include "counter.h"

#include <stdexcept>

// Part 1: count together. Read README.md first.

int count_together(unsigned /*threads*/, int /*times*/) {
  throw std::logic_error("count_together is not written yet: see part 1 of README.md");
}
