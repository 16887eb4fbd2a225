// Explores a program of the corpus with each strategy and a few seeds, and prints a line for each (on file 3) that sums
// up every step of every schedule. Two builds of the explorer, or two carriers, that print the same have done the same.

#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "explorer/engine/engine.h"
#include "explorer/explore/env_options.h"
#include "explorer/explore/exploration.h"
#include "explorer/image/stack.h"
#include "explorer/program/initial_state.h"

namespace {

constexpr int kReportFd = 3;
constexpr std::uint64_t kSeeds = 3;
constexpr std::uint64_t kSchedules = 60;

/// What a sequence of numbers comes down to: FNV-1a.
struct Digest {
  std::uint64_t value = 0xCBF2'9CE4'8422'2325;
  std::uint64_t count = 0;

  void add(std::uint64_t number) {
    value = (value ^ number) * 0x100'0000'01B3;
    ++count;
  }
};

}  // namespace

int main(int argc, char** argv) {
  using namespace lockstep::explorer;
  using Main = int (*)(int, char**);
  const auto program_main = reinterpret_cast<Main>(dlsym(RTLD_NEXT, "main"));
  explore_module_of(reinterpret_cast<const void*>(program_main));
  const InitialState initial(reinterpret_cast<const void*>(program_main));
  for (const lockstep::StrategyRow& row : lockstep::kStrategies) {
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
      Digest digest;
      const Program program{.body = [&] { program_main(argc, argv); },
                            .before = [&] { initial.put_back(); },
                            .judge = [&]() -> std::optional<RawFinding> {
                              for (const StepDigest& step : engine().digests()) digest.add(step.what);
                              return std::nullopt;
                            }};
      const auto explored = explore_program(
          program, with_environment(
                       {.strategy = row.value, .schedules = kSchedules, .time = std::chrono::hours(1), .seed = seed}));
      dprintf(kReportFd, "strategy %d, seed %lu: %lu schedules, %lu steps, %016lx, %s\n", static_cast<int>(row.value),
              seed, explored.schedules, digest.count, digest.value,
              explored.finding ? std::string(name(explored.finding->kind)).c_str() : "nothing found");
    }
  }
  std::_Exit(0);  // nothing of the program's may run again
}
