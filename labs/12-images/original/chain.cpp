#include "chain.h"

#include <stdexcept>

// Part 5: a chain of filters. Read README.md first.

Rect grown(const Rect& /*area*/, std::size_t /*radius*/, const Size& /*picture*/) {
  throw std::logic_error("grown is not written yet: see part 5 of README.md");
}

Image apply_chain(std::span<const Filter* const> /*filters*/, const Image& /*picture*/, const Tiling& /*tiling*/) {
  throw std::logic_error("apply_chain is not written yet: see part 5 of README.md");
}
