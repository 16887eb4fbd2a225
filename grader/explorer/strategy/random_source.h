#pragma once

#include <bit>
#include <cstdint>

#include "explorer/limits.h"
#include "explorer/strategy/strategy.h"

namespace lockstep::explorer {

/// The same numbers on every machine (SplitMix64: Steele, Lea, Flood, OOPSLA 2014).
class RandomSource {
 public:
  explicit RandomSource(std::uint64_t seed) : state_(seed * 0x9E37'79B9'7F4A'7C15) {}

  std::uint64_t next() {
    std::uint64_t mixed = (state_ += 0x9E37'79B9'7F4A'7C15);
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58'476D'1CE4'E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D0'49BB'1331'11EB;
    return mixed ^ (mixed >> 31);
  }

  /// 0 to `limit` - 1; `limit` at least 1.
  std::uint64_t below(std::uint64_t limit) {
    return static_cast<std::uint64_t>((static_cast<Wide>(next()) * limit) >> 64);
  }

  bool once_in(std::uint64_t times) { return below(times) == 0; }

  /// One of `options` values; an unusual one once in eight times.
  unsigned value(unsigned options, ChoiceBias bias) {
    if (bias == ChoiceBias::kFirstIsLikely && !once_in(8)) return 0;
    return static_cast<unsigned>(below(options));
  }

  /// Any member of a set that is not empty.
  ThreadId member(ThreadSet set) {
    for (auto skip = below(static_cast<std::uint64_t>(std::popcount(set))); skip > 0; --skip) set &= set - 1;
    return std::countr_zero(set);
  }

 private:
  __extension__ using Wide = unsigned __int128;

  std::uint64_t state_;
};

}  // namespace lockstep::explorer
