#include "measure_serve.h"

#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

namespace lockstep::measure {
namespace {

std::string describe(Watch watch, const Repetition::Result& result) {
  std::ostringstream text;
  text << result.checksum;
  if (watch == Watch::kMeet) text << ' ' << result.met;
  if (watch == Watch::kParallelism) text << ' ' << result.speedup << ' ' << result.busiest;
  return text.str();
}

/// At most one repetition is ready.
class Server final : public Conversation {
 public:
  using Conversation::Conversation;

 private:
  bool prepare(const Workload& workload, std::istream& words) override {
    std::string watch;
    Request request;
    long timeout_ms = 0;
    words >> request.seed >> request.workers >> watch >> timeout_ms;
    const std::optional<Watch> known = watch_of(watch);
    if (!words || !known || request.workers == 0) return false;
    watch_ = request.watch = *known;
    request.timeout = std::chrono::milliseconds(timeout_ms);
    ready_ = std::make_unique<Repetition>(workload, request);
    return true;
  }

  [[nodiscard]] bool is_ready() const override { return ready_ != nullptr; }

  std::string run(const std::string& ticket, std::istream&) override {
    const std::unique_ptr<Repetition> repetition = std::move(ready_);
    return "result " + ticket + ' ' + describe(watch_, repetition->run());
  }

  std::unique_ptr<Repetition> ready_;
  Watch watch_ = Watch::kPlain;
};

}  // namespace

Repetition::Repetition(const Workload& workload, const Request& request)
    : rendezvous_({.timeout = request.timeout}),
      work_span_(workload.tasks, request.workers, {.timeout = request.timeout}),
      watch_(request.watch) {
  const auto around = [this](const std::function<void()>& body) {
    if (watch_ == Watch::kParallelism) return work_span_.run(body);
    if (watch_ == Watch::kMeet) rendezvous_.meet();
    body();
  };
  job_ = workload.prepare(request.seed, request.workers, around);
}

Repetition::Result Repetition::run() {
  const std::uint64_t checksum = job_();
  return {.checksum = checksum,
          .met = rendezvous_.share(),
          .speedup = work_span_.speedup(),
          .busiest = work_span_.busiest_share()};
}

void serve(std::span<const Workload> workloads, std::istream& requests, const Answerer& answer) {
  Server(workloads).hold(requests, answer);
}

}  // namespace lockstep::measure
