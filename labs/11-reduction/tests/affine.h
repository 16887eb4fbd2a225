#pragma once

#include <cstdint>

/// The map x -> scale * x + shift, modulo 2^64. One map after another one is such a map again: an operation that is
/// associative, and not commutative. It has no default constructor: nothing may be made that was not asked for.
struct Affine {
  Affine(std::uint64_t its_scale, std::uint64_t its_shift) : scale(its_scale), shift(its_shift) {}

  std::uint64_t scale;
  std::uint64_t shift;

  /// The map that changes nothing.
  static Affine identity() { return {1, 0}; }
  /// One of many maps.
  static Affine number(std::uint64_t number) { return {2 * number + 3, 5 * number + 7}; }

  friend bool operator==(const Affine&, const Affine&) = default;
};

/// First `left`, then `right`.
inline Affine then(const Affine& left, const Affine& right) {
  return {left.scale * right.scale, left.shift * right.scale + right.shift};
}

/// The maps begin, ..., end - 1, one after the other. \pre begin < end
inline Affine all_of(std::uint64_t begin, std::uint64_t end) {
  Affine all = Affine::number(begin);
  for (std::uint64_t i = begin + 1; i < end; ++i) all = then(all, Affine::number(i));
  return all;
}
