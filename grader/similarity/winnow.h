#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "similarity/tokens.h"

namespace lockstep::similarity {

/// The noise threshold k: no match of fewer tokens is found.
inline constexpr std::size_t kNoiseTokens = 12;

/// The guarantee threshold t: every match of so many tokens is found.
inline constexpr std::size_t kGuaranteedTokens = 20;

/// The window w of hashes, of which each gives a fingerprint: t = w + k - 1.
inline constexpr std::size_t kWindow = kGuaranteedTokens - kNoiseTokens + 1;

/// The hash of `kNoiseTokens` tokens, and where they begin.
struct Fingerprint {
  std::uint64_t hash = 0;
  std::size_t token = 0;  ///< index of the first one
};

/// The hash of every row of `kNoiseTokens` tokens, in order; none of a shorter text.
[[nodiscard]] std::vector<std::uint64_t> hashes_of(std::span<const Token> tokens);

/// A few of these hashes, in order: the least of each window, of equal ones the rightmost. So two texts that share
/// `kGuaranteedTokens` tokens in a row share a fingerprint. A text shorter than that has the least of its hashes.
/// S. Schleimer, D. Wilkerson, A. Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD 2003,
/// section 3.
[[nodiscard]] std::vector<Fingerprint> winnow(std::span<const std::uint64_t> hashes);

}  // namespace lockstep::similarity
