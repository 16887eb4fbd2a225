#include "similarity/tiles.h"

#include <algorithm>
#include <tuple>

#include "similarity/winnow.h"

namespace lockstep::similarity {
namespace {

/// As far to both sides as the texts are the same.
Tile grown(std::span<const Token> a, std::span<const Token> b, const Seed& seed) {
  std::size_t before = 0;
  while (before < seed.a && before < seed.b && a[seed.a - before - 1].code == b[seed.b - before - 1].code) ++before;
  std::size_t behind = 0;
  while (seed.a + behind < a.size() && seed.b + behind < b.size() &&
         a[seed.a + behind].code == b[seed.b + behind].code) {
    ++behind;
  }
  return {.a = seed.a - before, .b = seed.b - before, .size = before + behind};
}

bool any(const std::vector<bool>& taken, std::size_t begin, std::size_t size) {
  const auto first = taken.begin() + static_cast<std::ptrdiff_t>(begin);
  return std::find(first, first + static_cast<std::ptrdiff_t>(size), true) != first + static_cast<std::ptrdiff_t>(size);
}

/// What is left of a tile beside those that were taken, from its front.
Tile trimmed(Tile tile, const std::vector<bool>& taken_a, const std::vector<bool>& taken_b) {
  const auto is_taken = [&](std::size_t i) { return taken_a[tile.a + i] || taken_b[tile.b + i]; };
  while (tile.size > 0 && is_taken(tile.size - 1)) --tile.size;
  while (tile.size > 0 && is_taken(0)) tile = {.a = tile.a + 1, .b = tile.b + 1, .size = tile.size - 1};
  return tile;
}

void take(std::vector<bool>& taken, std::size_t begin, std::size_t size) {
  std::fill_n(taken.begin() + static_cast<std::ptrdiff_t>(begin), size, true);
}

}  // namespace

std::vector<Tile> tiles_of(std::span<const Token> a, std::span<const Token> b, const std::vector<Seed>& seeds) {
  std::vector<Tile> all;
  all.reserve(seeds.size());
  for (const Seed& seed : seeds) all.push_back(grown(a, b, seed));
  const auto longest_first = [](const Tile& x, const Tile& y) {
    return std::tuple(y.size, x.a, x.b) < std::tuple(x.size, y.a, y.b);
  };
  std::sort(all.begin(), all.end(), longest_first);
  std::vector<bool> taken_a(a.size());
  std::vector<bool> taken_b(b.size());
  std::vector<Tile> tiles;
  for (const Tile& whole : all) {
    const Tile tile = trimmed(whole, taken_a, taken_b);
    const bool overlaps = any(taken_a, tile.a, tile.size) || any(taken_b, tile.b, tile.size);
    if (tile.size < kNoiseTokens || overlaps) continue;
    take(taken_a, tile.a, tile.size);
    take(taken_b, tile.b, tile.size);
    tiles.push_back(tile);
  }
  std::sort(tiles.begin(), tiles.end(), [](const Tile& x, const Tile& y) { return x.a < y.a; });
  return tiles;
}

}  // namespace lockstep::similarity
