#include "predict.h"

#include <stdexcept>

// Part 7: the limit. Read README.md first.

double predicted_s(const Cost& /*cost*/, const Machine& /*machine*/, unsigned /*cores*/) {
  throw std::logic_error("predicted_s is not written yet: see part 7 of README.md");
}

Limit limit_of(const Cost& /*cost*/, const Machine& /*machine*/, unsigned /*cores*/) {
  throw std::logic_error("limit_of is not written yet: see part 7 of README.md");
}

unsigned useful_cores(const Cost& /*cost*/, const Machine& /*machine*/, unsigned /*most*/) {
  throw std::logic_error("useful_cores is not written yet: see part 7 of README.md");
}

double bytes_one_by_one(const Size& /*picture*/, std::size_t /*channels*/, std::size_t /*filters*/) {
  throw std::logic_error("bytes_one_by_one is not written yet: see part 7 of README.md");
}

double bytes_by_tiles(const Size& /*picture*/, std::size_t /*channels*/, const Size& /*tile*/,
                      std::span<const std::size_t> /*radii*/) {
  throw std::logic_error("bytes_by_tiles is not written yet: see part 7 of README.md");
}
