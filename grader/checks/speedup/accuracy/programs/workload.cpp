#include "workload.h"

#include <utility>

namespace workload {
namespace {

constexpr int kCheapRounds = 10;

std::uint64_t mix(std::uint64_t x) {
  x ^= x << 13;
  x ^= x >> 7;
  return x ^ (x << 17);
}

std::uint64_t compute(std::uint64_t x, int rounds, Steps& steps) {
  for (int i = 0; i < rounds; ++i, ++steps) x = mix(x);
  return x;
}

Work work_of(std::uint64_t seed, const lockstep::measure::Around& around) {
  const Shape shape = workload::shape();
  const auto is_expensive = [=](std::size_t item) { return (item < shape.items / 2) == (seed % 2 == 0); };
  const auto load = [=](std::size_t item) {
    std::uint64_t loaded = seed + item + 1;
    for (int i = 0; is_expensive(item) && i < shape.load_rounds; ++i) loaded = mix(loaded);
    return (loaded | 1) ^ (is_expensive(item) ? 0 : 1);  // the lowest bit tells the expensive ones
  };
  const auto task = [=](std::uint64_t loaded, Steps& steps) {
    std::uint64_t result = 0;
    around([&] { result = compute(loaded, loaded % 2 == 1 ? shape.expensive_rounds : kCheapRounds, steps); });
    return result;
  };
  return {.items = shape.items, .load = load, .compute = task};
}

}  // namespace

lockstep::measure::Workload solved_by(Solve solve) {
  const auto prepare = [solve = std::move(solve)](std::uint64_t seed, unsigned workers,
                                                  const lockstep::measure::Around& around) -> lockstep::measure::Job {
    return [solve, workers, work = work_of(seed, around)] {
      const Answer answer = solve(work, workers);
      std::uint64_t checksum = answer.steps;
      for (const std::uint64_t result : answer.results) checksum = checksum * 31 + result;
      return checksum;
    };
  };
  return {.name = "solve", .tasks = shape().items, .prepare = prepare};
}

}  // namespace workload
