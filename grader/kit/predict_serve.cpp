#include "predict_serve.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "explorer/predict/bounds.h"
#include "explorer/predict/schedule.h"
#include "explorer/predict/work_and_span.h"
#include "prediction.h"

namespace lockstep::measure {
namespace {

using nlohmann::json;

constexpr unsigned kMostWorkers = 48;  // as a lab.toml may ask for

json timeline(const predict::Timetable& table) {
  json threads = json::array();
  for (const auto& slices : table.slices) {
    json thread = json::array();
    for (const predict::Slice& slice : slices) {
      thread.push_back({word(slice.state), slice.begin, slice.end});
    }
    threads.push_back(std::move(thread));
  }
  return threads;
}

json described(const RecordedJob& job, bool with_timeline) {
  const predict::Recording& recording = job.recording;
  const predict::Timetable table = predict::schedule(recording, job.repetition.workers);
  const predict::Bounds bounds = predict::bounds(recording, table);
  json object{{"checksum", job.checksum},
              {"workers", job.repetition.workers},
              {"baseline_ns", job.repetition.baseline},
              {"makespan_ns", job.repetition.makespan},
              {"work_ns", predict::work(recording)},
              {"span_ns", predict::span(recording)},
              {"parallelism", predict::parallelism(recording)},
              {"threads", recording.threads.size()},
              {"explanation", predict::explain(recording, bounds)},
              {"at_most_one_runs", bounds.at_most_one_runs},
              {"busiest_share", bounds.busiest_share},
              {"worst_lock", nullptr}};
  if (bounds.worst_lock) {
    object["worst_lock"] = {{"name", recording.locks[bounds.worst_lock->lock].name},
                            {"waited_ns", bounds.worst_lock->waited},
                            {"held_ns", bounds.worst_lock->held}};
  }
  if (with_timeline) object["timeline"] = timeline(table);
  return object;
}

class Server final : public Conversation {
 public:
  Server(const Workload& baseline, std::span<const Workload> submissions)
      : Conversation(submissions), baseline_(baseline) {}

 private:
  struct Request {
    const Workload* submission = nullptr;
    std::uint64_t seed = 0;
    unsigned workers = 1;
  };

  bool prepare(const Workload& submission, std::istream& words) override {
    Request request{.submission = &submission};
    words >> request.seed >> request.workers;
    if (!words || request.workers < 1 || request.workers > kMostWorkers) return false;
    ready_ = request;
    return true;
  }

  [[nodiscard]] bool is_ready() const override { return ready_.has_value(); }

  std::string run(const std::string& ticket, std::istream& words) override {
    std::string what;
    words >> what;
    const Request request = *std::exchange(ready_, std::nullopt);
    const auto result = predicted(baseline_, *request.submission, request.seed, request.workers);
    if (const auto* failed = std::get_if<Unpredictable>(&result)) {
      return "unpredictable " + ticket + ' ' + one_line(failed->why);
    }
    const json object = described(std::get<RecordedJob>(result), what == "timeline");
    return "prediction " + ticket + ' ' + object.dump(-1, ' ', false, json::error_handler_t::replace);
  }

  BaselineProcess baseline_;
  std::optional<Request> ready_;
};

}  // namespace

void serve_predictions(const Workload& baseline, std::span<const Workload> submissions, std::istream& requests,
                       const Answerer& answer) {
  Server(baseline, submissions).hold(requests, answer);
}

}  // namespace lockstep::measure
