#include "pipeline.h"

#include <stdexcept>

// Part 4: the program on several workers. Read README.md first.

std::vector<std::string_view> split(std::string_view /*text*/, std::size_t /*piece_bytes*/) {
  throw std::logic_error("split is not written yet: see part 4 of README.md");
}

std::string run_parallel(const Stages& /*stages*/, unsigned /*workers*/, std::size_t /*piece_bytes*/) {
  throw std::logic_error("run_parallel is not written yet: see part 4 of README.md");
}
