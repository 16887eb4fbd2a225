// From which size of a task on do threads pay, and processes? Your own figure for this machine; no points depend on it.

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <exception>
#include <optional>
#include <thread>
#include <vector>

#include "executor.h"
#include "work_on.h"

namespace {

using Rounds = std::uint64_t;
using Seconds = std::chrono::duration<double>;

constexpr double kMicro = 1e-6;
constexpr std::array kSizes{1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0, 3000.0, 10'000.0};  // µs of a task
constexpr int kRuns = 5;

/// Keeps a core busy. The steps depend on each other: the compiler can leave none out.
std::uint64_t compute(Rounds rounds) {
  std::uint64_t x = rounds;
  for (Rounds i = 0; i < rounds; ++i) x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9 + i;
  return x;
}

/// \return seconds, the shortest of several runs: what is longer was kept waiting by others
template <class Body>
double shortest(Body body) {
  double best = INFINITY;
  for (int run = 0; run < kRuns; ++run) {
    const auto start = std::chrono::steady_clock::now();
    body();
    best = std::min(best, Seconds(std::chrono::steady_clock::now() - start).count());
  }
  return best;
}

double rounds_a_microsecond() {
  constexpr Rounds kRounds = 20'000'000;
  volatile std::uint64_t sink = 0;
  return kRounds / (shortest([&] { sink = compute(kRounds); }) / kMicro);
}

/// Times of one task, in µs.
struct Row {
  double size = 0;
  double alone = 0;  ///< one after the other, in a loop
  double threads = 0;
  double processes = 0;
};

Row measure(double size, double rounds_a_us, Executor& threads, Executor& processes) {
  const auto tasks = static_cast<std::size_t>(std::clamp(20'000.0 / size, 8.0, 2000.0));
  const std::vector<Rounds> inputs(tasks, static_cast<Rounds>(std::max(1.0, size * rounds_a_us)));
  volatile std::uint64_t sink = 0;
  const auto of_one = [&](double all) { return all / kMicro / static_cast<double>(tasks); };
  return {.size = size,
          .alone = of_one(shortest([&] {
            for (const Rounds rounds : inputs) sink = compute(rounds);
          })),
          .threads = of_one(shortest([&] { static_cast<void>(do_all<std::uint64_t>(threads, inputs)); })),
          .processes = of_one(shortest([&] { static_cast<void>(do_all<std::uint64_t>(processes, inputs)); }))};
}

/// The size from which on the workers are faster than the loop: between two rows where the gain passes 1, on the line
/// through both, over the logarithm of the size.
std::optional<double> break_even(const std::vector<Row>& rows, double Row::*time) {
  const auto gain = [&](const Row& row) { return row.alone / row.*time; };
  if (gain(rows.back()) <= 1) return std::nullopt;
  for (std::size_t i = rows.size() - 1; i > 0; --i) {
    const double above = gain(rows[i]);
    const double below = gain(rows[i - 1]);
    if (below > 1) continue;
    const double part = (1 - below) / (above - below);
    return rows[i - 1].size * std::pow(rows[i].size / rows[i - 1].size, part);
  }
  return rows.front().size;
}

void print_break_even(const char* what, const std::optional<double>& size) {
  if (size) {
    fmt::print("{} pay from tasks of about {:.0f} us on\n", what, *size);
  } else {
    fmt::print("{} do not pay here, up to tasks of {:.0f} us\n", what, kSizes.back());
  }
}

void run() {
  const unsigned workers = std::max(2U, std::thread::hardware_concurrency());
  const double rounds_a_us = rounds_a_microsecond();
  const auto work = work_on<Rounds>(compute);
  Executor processes(Kind::kProcesses, workers, work);  // first: it forks, and the other one has threads
  Executor threads(Kind::kThreads, workers, work);
  fmt::print("{} workers; times of one task in us, when many are done\n", workers);
  fmt::print("{:>8} {:>10} {:>10} {:>10} {:>12} {:>12}\n", "task", "in a loop", "threads", "processes", "gain threads",
             "processes");
  std::vector<Row> rows;
  rows.reserve(kSizes.size());
  for (const double size : kSizes) {
    const Row row = rows.emplace_back(measure(size, rounds_a_us, threads, processes));
    fmt::print("{:8.0f} {:10.2f} {:10.2f} {:10.2f} {:12.2f} {:12.2f}\n", row.size, row.alone, row.threads,
               row.processes, row.alone / row.threads, row.alone / row.processes);
  }
  print_break_even("threads", break_even(rows, &Row::threads));
  print_break_even("processes", break_even(rows, &Row::processes));
}

}  // namespace

int main() {
  try {
    run();
  } catch (const std::exception& error) {
    fmt::print("{}\n", error.what());
    return 1;
  }
}
