#include "measure/calibrator.h"

#include <sys/resource.h>

#include <algorithm>
#include <barrier>
#include <cassert>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <thread>
#include <vector>

namespace lockstep::measure {
namespace {

using Seconds = std::chrono::duration<double>;

// Long enough that a busy neighbour gets its turn in it, by the time slices of the kernels we know.
constexpr std::uint64_t kSteps = 8'000'000;

double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// How often the kernel has taken the core from this thread.
long preemptions() {
  rusage usage{};
  getrusage(RUSAGE_THREAD, &usage);
  return usage.ru_nivcsw;
}

/// A chain of dependent steps that no compiler can shorten.
std::uint64_t compute(std::uint64_t x) {
  for (std::uint64_t i = 0; i < kSteps; ++i) {
    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
  }
  return x;
}

struct KernelRun {
  double wall_s = 0;       ///< from the common start to the end of the last thread
  double cpu_share = 1.0;  ///< the least of all threads
  long preemptions = 0;    ///< of all threads
};

KernelRun run_kernel(unsigned threads) {
  struct Own {
    std::chrono::steady_clock::time_point began, ended;
    double cpu_s = 0;
    long preemptions = 0;
  };
  std::vector<Own> all(threads);
  std::barrier start(static_cast<std::ptrdiff_t>(threads));
  {
    std::vector<std::jthread> workers;
    workers.reserve(threads);
    for (Own& own : all) {
      workers.emplace_back([&own, &start] {
        start.arrive_and_wait();
        own.began = std::chrono::steady_clock::now();
        const double cpu_before = cpu_seconds();
        const long preempted_before = preemptions();
        [[maybe_unused]] const volatile std::uint64_t result = compute(88'172'645'463'325'252);
        own.cpu_s = cpu_seconds() - cpu_before;
        own.preemptions = preemptions() - preempted_before;
        own.ended = std::chrono::steady_clock::now();
      });
    }
  }
  const auto began = std::ranges::min(all, {}, &Own::began).began;
  const auto ended = std::ranges::max(all, {}, &Own::ended).ended;
  KernelRun run{.wall_s = Seconds(ended - began).count()};
  for (const Own& own : all) {
    run.preemptions += own.preemptions;
    run.cpu_share = std::min(run.cpu_share, own.cpu_s / Seconds(own.ended - own.began).count());
  }
  return run;
}

}  // namespace

bool Capacity::quiet(unsigned threads) const { return cores >= 0.85 * threads && cpu_share >= 0.9; }

Capacity calibrate(unsigned threads) {
  assert(threads >= 1);
  const KernelRun one = run_kernel(1);
  const KernelRun all = run_kernel(threads);
  return {.cores = std::min<double>(threads, threads * one.wall_s / all.wall_s),
          .cpu_share = std::min(one.cpu_share, all.cpu_share),
          .preemptions = static_cast<double>(one.preemptions + all.preemptions)};
}

}  // namespace lockstep::measure
