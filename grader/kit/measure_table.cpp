#include "measure_table.h"

#include <algorithm>
#include <chrono>
#include <iomanip>
#include <sstream>
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

std::string text(double value, int decimals) {
  std::ostringstream out;
  out << std::fixed << std::setprecision(decimals) << value;
  return out.str();
}

void write_row(std::ostream& out, const std::string& name, const std::string& workers, const std::string& time,
               const std::string& speedup) {
  out << std::left << std::setw(24) << name << std::right << std::setw(8) << workers << std::setw(12) << time
      << std::setw(9) << speedup << std::endl;
}

}  // namespace

bool write_table(const Workload& baseline, std::span<const Workload> submissions, const TableOptions& options,
                 std::ostream& out) {
  bool all_right = true;
  const Timed sequential = time_of(baseline, 1, options);
  write_row(out, "", "workers", "time", "speedup");
  write_row(out, baseline.name, "", text(sequential.milliseconds, 1) + " ms", "");
  for (const Workload& submission : submissions) {
    for (unsigned workers = 1; workers <= options.most_workers; workers *= 2) {
      const Timed timed = time_of(submission, workers, options);
      write_row(out, submission.name, std::to_string(workers), text(timed.milliseconds, 1) + " ms",
                text(sequential.milliseconds / timed.milliseconds, 2));
      if (timed.checksum == sequential.checksum) continue;
      all_right = false;
      out << "  WRONG: the results differ from those of the sequential code\n";
    }
    out << "  " << text(100 * watched(submission, Watch::kMeet, options).met, 0)
        << " % of its tasks met another one; two free cores would run it "
        << text(watched(submission, Watch::kParallelism, options).speedup, 2) << " times as fast as one\n";
  }
  return all_right;
}

}  // namespace lockstep::measure
