#include "politeness.h"

#include <stdexcept>

// Part 4: politeness. Read README.md first.

Politeness::Politeness(Duration /*gap*/) {
  throw std::logic_error("Politeness is not written yet: see part 4 of README.md");
}

Politeness::~Politeness() = default;

void Politeness::wait_for_turn(const std::string& /*host*/, TimePoint /*deadline*/, const std::stop_token& /*stop*/) {
  throw std::logic_error("Politeness::wait_for_turn is not written yet: see part 4 of README.md");
}
