#include "measure_table.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "measure_serve.h"

namespace lockstep::measure {
namespace {

struct Timed {
  double milliseconds = 0;     ///< median
  std::uint64_t checksum = 0;  ///< of all repetitions
};

Timed time_of(const Workload& workload, unsigned workers, const TableOptions& options) {
  std::vector<double> times;
  std::uint64_t checksum = 0;
  for (int i = 0; i < options.repeats; ++i) {
    Repetition repetition(workload, {.seed = options.seed + static_cast<std::uint64_t>(i), .workers = workers});
    const auto began = std::chrono::steady_clock::now();
    checksum = checksum * 31 + repetition.run().checksum;
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
  }
  const auto middle = times.begin() + options.repeats / 2;
  std::ranges::nth_element(times, middle);
  return {*middle, checksum};
}

Repetition::Result watched(const Workload& workload, Watch watch, const TableOptions& options) {
  return Repetition(workload, {.seed = options.seed, .workers = 2, .watch = watch}).run();
}

template <class... Values>
void print(std::ostream& out, const char* format, Values... values) {
  char line[200];
  std::snprintf(line, sizeof line, format, values...);
  out << line << std::flush;
}

}  // namespace

bool write_table(const Workload& baseline, std::span<const Workload> submissions, const TableOptions& options,
                 std::ostream& out) {
  bool all_right = true;
  const Timed sequential = time_of(baseline, 1, options);
  print(out, "%-24s %8s %10s %8s\n", "", "workers", "time", "speedup");
  print(out, "%-24s %8s %7.1f ms\n", baseline.name.c_str(), "", sequential.milliseconds);
  for (const Workload& submission : submissions) {
    for (unsigned workers = 1; workers <= options.most_workers; workers *= 2) {
      const Timed timed = time_of(submission, workers, options);
      print(out, "%-24s %8u %7.1f ms %8.2f\n", submission.name.c_str(), workers, timed.milliseconds,
            sequential.milliseconds / timed.milliseconds);
      if (timed.checksum == sequential.checksum) continue;
      all_right = false;
      print(out, "  WRONG: the results differ from those of the sequential code\n");
    }
    print(out, "  %3.0f %% of its tasks met another one; 2 even cores would run it %.2f times as fast as 1\n",
          100 * watched(submission, Watch::kMeet, options).met, watched(submission, Watch::kBalance, options).speedup);
  }
  return all_right;
}

}  // namespace lockstep::measure
