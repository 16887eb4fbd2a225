// What a start costs, with each sandbox backend that works here: `true`, many times in turn.
//
//   process_start_cost [RUNS]      51 unless told; prints medians of wall and CPU time, in ms, and ratios of CPU time

#include <fmt/core.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "process/run.h"

namespace lockstep::process {
namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

/// CPU time of this process and of all children that were waited for.
Milliseconds cpu_so_far() {
  Milliseconds sum{};
  for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage used{};
    getrusage(who, &used);
    for (const timeval time : {used.ru_utime, used.ru_stime}) {
      sum += std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
    }
  }
  return sum;
}

struct Cost {
  double wall_ms = 0;
  double cpu_ms = 0;
};

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Medians over `runs` calls; nothing when one fails.
std::optional<Cost> cost_of(int runs, const std::function<bool()>& start) {
  std::vector<double> wall_ms, cpu_ms;
  for (int i = 0; i < runs; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    const auto cpu = cpu_so_far();
    if (!start()) return std::nullopt;
    cpu_ms.push_back((cpu_so_far() - cpu).count());
    wall_ms.push_back(Milliseconds(std::chrono::steady_clock::now() - begin).count());
  }
  return Cost{.wall_ms = median(wall_ms), .cpu_ms = median(cpu_ms)};
}

bool start_plainly() {
  std::array<char, 10> program{"/bin/true"};
  std::array<char*, 2> argv{program.data(), nullptr};
  std::array<char*, 1> environment{nullptr};
  pid_t pid = -1;
  int status = 0;
  return posix_spawn(&pid, program.data(), nullptr, nullptr, argv.data(), environment.data()) == 0 &&
         waitpid(pid, &status, 0) == pid && status == 0;
}

bool start_in(SandboxBackend backend) {
  Command command;
  command.argv = {"/bin/true"};
  const auto done = run(command, Limits{}, {.backend = backend, .readable = {}, .hidden = {}, .writable = {}});
  return done && succeeded(done->exit);
}

}  // namespace
}  // namespace lockstep::process

int main(int argc, char** argv) {
  using namespace lockstep::process;
  const int runs = argc > 1 ? std::max(1, std::atoi(argv[1])) : 51;
  const auto plain = cost_of(runs, start_plainly);
  if (!plain) return 1;
  fmt::print("{:14}{:>9}{:>9}{:>12}\n", "", "wall ms", "CPU ms", "CPU ratio");
  const auto print = [&](std::string_view name, const Cost& cost) {
    fmt::print("{:14}{:9.2f}{:9.2f}{:12.1f}\n", name, cost.wall_ms, cost.cpu_ms, cost.cpu_ms / plain->cpu_ms);
  };
  print("posix_spawn", *plain);
  for (const auto backend : {SandboxBackend::kNone, SandboxBackend::kLandlock, SandboxBackend::kBubblewrap}) {
    const auto cost = cost_of(runs, [backend] { return start_in(backend); });
    if (cost) print(name(backend), *cost);
    if (!cost) fmt::print("{:14}does not work here\n", name(backend));
  }
  return 0;
}
