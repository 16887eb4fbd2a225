#include "primes_workload.h"

#include <algorithm>
#include <random>
#include <utility>

namespace primes_workload {
namespace {

constexpr std::uint64_t kFrom = 100'000'000'001;

const std::vector<std::uint64_t>& expensive_numbers() {
  static const std::vector<std::uint64_t> expensive = [] {
    std::vector<std::uint64_t> primes;
    for (std::uint64_t n = kFrom; primes.size() < kNumbers / 2; n += 2) {
      if (is_prime(n)) primes.push_back(n);
    }
    return primes;
  }();
  return expensive;
}

/// Spreads the bits of its input over all of its output (the finaliser of SplitMix64: Steele, Lea and Flood, "Fast
/// splittable pseudorandom number generators", OOPSLA 2014).
std::uint64_t mix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
  return x ^ (x >> 31);
}

}  // namespace

std::vector<std::uint64_t> numbers(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<std::uint64_t> expensive = expensive_numbers();
  std::ranges::shuffle(expensive, random);
  std::vector<std::uint64_t> cheap(kNumbers - expensive.size());
  std::ranges::generate(cheap, [&random] { return kFrom + 1 + 2 * (random() % 1'000'000); });

  const bool expensive_first = random() % 2 == 0;
  std::vector<std::uint64_t> all = expensive_first ? expensive : cheap;
  const auto& rest = expensive_first ? cheap : expensive;
  all.insert(all.end(), rest.begin(), rest.end());
  return all;
}

Predicate predicate(std::uint64_t seed, lockstep::measure::Around around) {
  return [seed, around = std::move(around)](std::uint64_t number) {
    bool kept = false;
    around([&kept, seed, number] { kept = is_prime(number) == (mix(mix(seed) ^ number) % 2 == 0); });
    return kept;
  };
}

std::uint64_t checksum(std::span<const std::uint64_t> found) {
  std::uint64_t sum = mix(found.size());
  for (const std::uint64_t number : found) sum = mix(sum ^ number);
  return sum;
}

lockstep::measure::Workload workload(std::string name, Find find) {
  return {.name = std::move(name),
          .tasks = kNumbers,
          .prepare = [find = std::move(find)](std::uint64_t seed, unsigned workers,
                                              lockstep::measure::Around around) -> lockstep::measure::Job {
            return [find, workers, numbers = numbers(seed), predicate = predicate(seed, std::move(around))] {
              return checksum(find(numbers, predicate, workers));
            };
          }};
}

}  // namespace primes_workload
