#include "similarity/winnow.h"

#include <algorithm>

namespace lockstep::similarity {

std::vector<std::uint64_t> hashes_of(std::span<const Token> tokens) {
  std::vector<std::uint64_t> hashes;
  if (tokens.size() < kNoiseTokens) return hashes;
  hashes.reserve(tokens.size() - kNoiseTokens + 1);
  for (std::size_t i = 0; i + kNoiseTokens <= tokens.size(); ++i) {
    std::uint64_t hash = 0;
    for (const Token& token : tokens.subspan(i, kNoiseTokens)) {
      hash = (hash ^ token.code) * 0x9e3779b97f4a7c15U;
      hash ^= hash >> 29U;
    }
    hashes.push_back(hash);
  }
  return hashes;
}

std::vector<Fingerprint> winnow(std::span<const std::uint64_t> hashes) {
  std::vector<Fingerprint> chosen;
  if (hashes.empty()) return chosen;
  const std::size_t window = std::min(kWindow, hashes.size());
  for (std::size_t begin = 0; begin + window <= hashes.size(); ++begin) {
    std::size_t least = begin;
    for (std::size_t i = begin + 1; i < begin + window; ++i) {
      if (hashes[i] <= hashes[least]) least = i;
    }
    if (chosen.empty() || chosen.back().token != least) chosen.push_back({hashes[least], least});
  }
  return chosen;
}

}  // namespace lockstep::similarity
