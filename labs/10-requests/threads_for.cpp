#include "threads_for.h"

#include <stdexcept>

// Part 6: how many threads. Read README.md first.

Measured measure(const std::function<void()>& /*task*/, int /*runs*/, const Clocks& /*clocks*/) {
  throw std::logic_error("measure is not written yet: see part 6 of README.md");
}

std::size_t threads_for(const Measured& /*task*/, std::size_t /*cores*/, std::size_t /*at_most*/) {
  throw std::logic_error("threads_for is not written yet: see part 6 of README.md");
}
