#include "workload.h"

#include <utility>

namespace workload {
namespace {

constexpr std::size_t kTasks = 128;

std::uint64_t compute(std::uint64_t x, int steps) {
  for (int i = 0; i < steps; ++i) {
    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
  }
  return x;
}

}  // namespace

lockstep::measure::Workload scheduled_by(std::string name, Schedule schedule) {
  const auto prepare = [schedule = std::move(schedule)](std::uint64_t seed, unsigned workers,
                                                        lockstep::measure::Around around) -> lockstep::measure::Job {
    return [=] {
      std::vector<std::uint64_t> results(kTasks);
      schedule(kTasks, workers, [&](std::size_t task) {
        const bool expensive = (task < kTasks / 2) == (seed % 2 == 0);
        around([&] { results[task] = compute(seed + task + 1, expensive ? 200'000 : 10); });
      });
      std::uint64_t checksum = 0;
      for (const std::uint64_t result : results) checksum = checksum * 31 + result;
      return checksum;
    };
  };
  return {.name = std::move(name), .tasks = kTasks, .prepare = prepare};
}

}  // namespace workload
