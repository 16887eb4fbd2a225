#pragma once

#include <cstdint>

#include "explorer/schedule/thread_set.h"
#include "explorer/strategy/strategy.h"

namespace lockstep::explorer {

/// The same numbers on every machine (SplitMix64: Steele, Lea, Flood, OOPSLA 2014).
class RandomSource {
 public:
  /// Numbers of neighbouring seeds have nothing in common: the seed is mixed before it counts.
  explicit RandomSource(std::uint64_t seed) : state_(mixed(seed)) {}

  std::uint64_t next() { return mixed(state_ += 0x9E37'79B9'7F4A'7C15); }

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
  ThreadId member(const ThreadSet& set) {
    return explorer::member(set, static_cast<unsigned>(below(static_cast<std::uint64_t>(set.size()))));
  }

 private:
  __extension__ using Wide = unsigned __int128;

  static std::uint64_t mixed(std::uint64_t number) {
    number = (number ^ (number >> 30)) * 0xBF58'476D'1CE4'E5B9;
    number = (number ^ (number >> 27)) * 0x94D0'49BB'1331'11EB;
    return number ^ (number >> 31);
  }

  std::uint64_t state_;
};

/// A source of random numbers for each schedule of a seed.
class ScheduleSources {
 public:
  explicit ScheduleSources(std::uint64_t seed) : seeds_(seed) {}

  [[nodiscard]] RandomSource next() { return RandomSource(seeds_.next()); }

 private:
  RandomSource seeds_;
};

}  // namespace lockstep::explorer
