#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "similarity/tokens.h"

namespace lockstep::similarity {

/// Tokens that are the same in two texts.
struct Tile {
  std::size_t a = 0;  ///< index of the first one
  std::size_t b = 0;
  std::size_t size = 0;
};

/// Where a row of tokens of one text is one of the other's as well.
struct Seed {
  std::size_t a = 0;
  std::size_t b = 0;
};

/// The longest matches around the seeds that do not overlap in either text, by their place in `a`.
[[nodiscard]] std::vector<Tile> tiles_of(std::span<const Token> a, std::span<const Token> b,
                                         const std::vector<Seed>& seeds);

}  // namespace lockstep::similarity
