#include "prediction.h"

#include <algorithm>
#include <exception>
#include <functional>
#include <utility>

#include "explorer/predict/schedule.h"
#include "explorer/predict/virtual_cores.h"
#include "on_one_core.h"

namespace lockstep::measure {

std::variant<RecordedJob, Unpredictable> predicted(const BaselineProcess& baseline, const Workload& submission,
                                                   std::uint64_t seed, unsigned workers) {
  const int core = sched_getcpu();
  const OnOneCore kept(core);
  const auto sequential = baseline.time(seed, core);
  if (!sequential) return Unpredictable{"The lab's own sequential code has ended its process."};
  const Job job = submission.prepare(seed, workers, [](const std::function<void()>& body) {
    predict::task_boundary();
    body();
    predict::task_boundary();
  });
  std::uint64_t checksum = 0;
  std::exception_ptr thrown;
  const predict::VirtualCores cores(workers);
  auto result = predict::record([&] {
    try {
      checksum = job();
    } catch (...) {
      thrown = std::current_exception();
    }
  });
  if (thrown) std::rethrow_exception(thrown);
  if (auto* failed = std::get_if<Unpredictable>(&result)) return std::move(*failed);
  auto& recording = std::get<predict::Recording>(result);
  const predict::Repetition repetition{.workers = workers,
                                       .baseline = std::max<predict::Nanoseconds>(1, *sequential),
                                       .makespan = std::max<predict::Nanoseconds>(1, makespan(recording, workers))};
  return RecordedJob{.checksum = checksum, .repetition = repetition, .recording = std::move(recording)};
}

}  // namespace lockstep::measure
