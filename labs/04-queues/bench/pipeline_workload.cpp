#include "pipeline_workload.h"

#include <algorithm>
#include <optional>
#include <random>
#include <utility>
#include <vector>

namespace pipeline_workload {
namespace {

constexpr int kExpensiveRounds = 150'000;
constexpr int kCheapRounds = 10;

/// Spreads the bits of its input over all of its output (the finaliser of SplitMix64: Steele, Lea and Flood, "Fast
/// splittable pseudorandom number generators", OOPSLA 2014).
std::uint64_t mix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
  return x ^ (x >> 31);
}

/// An item whose last bit says whether it is expensive. About half of the items are.
std::vector<Item> items(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<Item> all(kItems);
  for (std::size_t i = 0; i < kItems; ++i) all[i] = (random() << 1) | (i % 2);
  std::ranges::shuffle(all, random);
  return all;
}

Item transformed(Item item) {
  const int rounds = item % 2 == 1 ? kExpensiveRounds : kCheapRounds;
  for (int i = 0; i < rounds; ++i) item = mix(item);
  return item;
}

}  // namespace

lockstep::measure::Workload workload(std::string name, Run run) {
  const auto prepare = [run = std::move(run)](std::uint64_t seed, unsigned workers,
                                              lockstep::measure::Around around) -> lockstep::measure::Job {
    return [run, workers, all = items(seed), around = std::move(around)] {
      const Source source = [&all, next = std::size_t{0}]() mutable -> std::optional<Item> {
        if (next == all.size()) return std::nullopt;
        return all[next++];
      };
      const Transform transform = [&around](Item item) {
        Item result = 0;
        around([&result, item] { result = transformed(item); });
        return result;
      };
      std::uint64_t sum = 0;
      const Sink sink = [&sum](Item result) { sum = mix(sum ^ result); };
      run(source, transform, sink, workers);
      return sum;
    };
  };
  return {.name = std::move(name), .tasks = kItems, .prepare = prepare};
}

}  // namespace pipeline_workload
