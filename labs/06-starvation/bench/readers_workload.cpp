#include "readers_workload.h"

namespace readers_workload {
namespace {

constexpr int kRounds = 40'000;  // of a read's computation: about 200 µs

/// Spreads the bits of its input over all of its output (the finaliser of SplitMix64: Steele, Lea and Flood, "Fast
/// splittable pseudorandom number generators", OOPSLA 2014).
std::uint64_t mix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
  return x ^ (x >> 31);
}

}  // namespace

Accounts accounts(std::uint64_t seed) {
  constexpr std::uint64_t kMostHeld = 1'000'000;
  return {.first = static_cast<std::int64_t>(mix(seed) % kMostHeld),
          .second = static_cast<std::int64_t>(mix(seed + 1) % kMostHeld)};
}

std::uint64_t read(const Accounts& accounts, std::uint64_t question) {
  std::uint64_t answer = mix(question) ^ static_cast<std::uint64_t>(accounts.first + accounts.second);
  for (int i = 0; i < kRounds; ++i) answer = mix(answer);
  return answer;
}

std::uint64_t checksum(const std::vector<std::uint64_t>& answers) {
  std::uint64_t sum = mix(answers.size());
  for (const std::uint64_t answer : answers) sum = mix(sum ^ answer);
  return sum;
}

}  // namespace readers_workload
