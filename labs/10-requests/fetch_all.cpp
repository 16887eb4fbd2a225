#include "fetch_all.h"

#include <stdexcept>

// Part 1: many at once. Read README.md first.

std::vector<Outcome> fetch_all(Transport& /*transport*/, const std::vector<Request>& /*requests*/,
                               const Limits& /*limits*/) {
  throw std::logic_error("fetch_all is not written yet: see part 1 of README.md");
}
