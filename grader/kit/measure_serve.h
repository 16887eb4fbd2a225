#pragma once

#include <chrono>
#include <cstdint>
#include <istream>
#include <span>

#include "conversation.h"
#include "lockstep/measure.h"
#include "lockstep/rendezvous.h"
#include "lockstep/watch.h"
#include "lockstep/work_span.h"

namespace lockstep::measure {

/// One repetition to make ready.
struct Request {
  std::uint64_t seed = 0;
  unsigned workers = 1;
  Watch watch = Watch::kPlain;
  std::chrono::milliseconds timeout{100};
};

/// A job that is ready, and what the kit watches it with.
class Repetition {
 public:
  Repetition(const Workload& workload, const Request& request);

  struct Result {
    std::uint64_t checksum = 0;
    double met = 0;      ///< of kMeet: share of tasks that met another one
    double speedup = 0;  ///< of kParallelism: work ÷ span
    double busiest = 0;  ///< of kParallelism: the busiest thread's share of the work
  };

  /// Works. To be called once; passes on what the workload throws.
  [[nodiscard]] Result run();

 private:
  Rendezvous rendezvous_;
  WorkSpan work_span_;
  Watch watch_;
  Job job_;
};

/// Answers the requests (see lockstep/measure.h) that come from `requests` until there are no more.
void serve(std::span<const Workload> workloads, std::istream& requests, const Answerer& answer);

}  // namespace lockstep::measure
