#include "predict_serve.h"

#include <algorithm>
#include <exception>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

#include "explorer/predict/bounds.h"
#include "explorer/predict/schedule.h"
#include "explorer/predict/work_and_span.h"
#include "prediction.h"

namespace lockstep::measure {
namespace {

using nlohmann::json;

constexpr unsigned kMostWorkers = 48;  // of the explorer's 52 threads; the submission may have others besides

std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return text.substr(0, 500);
}

std::string_view name(predict::Stretch::Doing doing) {
  switch (doing) {
    case predict::Stretch::Doing::kRunning:
      return "run";
    case predict::Stretch::Doing::kWaitingForLock:
      return "lock";
    case predict::Stretch::Doing::kWaitingForThread:
      return "wait";
    case predict::Stretch::Doing::kWaitingForCore:
      return "core";
    case predict::Stretch::Doing::kAsleep:
      return "sleep";
  }
  return {};
}

json timeline(const predict::Timetable& table) {
  json threads = json::array();
  for (const auto& stretches : table.stretches) {
    json thread = json::array();
    for (const predict::Stretch& stretch : stretches) {
      thread.push_back({name(stretch.doing), stretch.begin, stretch.end});
    }
    threads.push_back(std::move(thread));
  }
  return threads;
}

json described(const Prediction& prediction, bool with_timeline) {
  const predict::Recording& recording = prediction.recording;
  const predict::Timetable table = predict::schedule(recording, prediction.repetition.workers);
  const predict::Bounds bounds = predict::bounds(recording, table);
  json object{{"checksum", prediction.checksum},
              {"workers", prediction.repetition.workers},
              {"baseline_ns", prediction.repetition.baseline},
              {"makespan_ns", prediction.repetition.makespan},
              {"work_ns", predict::work(recording)},
              {"span_ns", predict::span(recording)},
              {"parallelism", predict::parallelism(recording)},
              {"threads", recording.threads.size()},
              {"explanation", predict::explain(recording, table)},
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

/// The state of a conversation.
class Server {
 public:
  Server(const Workload& baseline, std::span<const Workload> submissions)
      : baseline_(baseline), submissions_(submissions) {}

  std::string answer(const std::string& line) {
    std::istringstream words(line);
    std::string verb;
    std::string ticket;
    words >> verb >> ticket;
    try {
      if (verb == "list") return "functions " + ticket + names();
      if (verb == "prepare") {
        return prepare(words) ? "ready " + ticket : "refused " + ticket + " cannot prepare: " + line;
      }
      if (verb != "run" || !ready_) return "refused " + ticket + " cannot do: " + line;
      std::string what;
      words >> what;
      return run(ticket, what == "timeline");
    } catch (const std::exception& error) {
      return "exception " + ticket + ' ' + one_line(error.what());
    } catch (...) {
      return "exception " + ticket + " of a type that is no std::exception";
    }
  }

 private:
  struct Request {
    const Workload* submission = nullptr;
    std::uint64_t seed = 0;
    unsigned workers = 1;
  };

  std::string names() const {
    std::string all;
    for (const Workload& submission : submissions_) all += ' ' + submission.name;
    return all;
  }

  bool prepare(std::istream& words) {
    std::string name;
    Request request;
    words >> name >> request.seed >> request.workers;
    const auto submission = std::ranges::find(submissions_, name, &Workload::name);
    const bool makes_sense = words && submission != submissions_.end() && request.workers >= 1;
    if (!makes_sense || request.workers > kMostWorkers) return false;
    request.submission = &*submission;
    ready_ = request;
    return true;
  }

  std::string run(const std::string& ticket, bool with_timeline) {
    const Request request = *std::exchange(ready_, std::nullopt);
    const auto result = predicted(baseline_, *request.submission, request.seed, request.workers);
    if (const auto* failed = std::get_if<predict::Unpredictable>(&result)) {
      return "unpredictable " + ticket + ' ' + one_line(failed->why);
    }
    const json object = described(std::get<Prediction>(result), with_timeline);
    return "prediction " + ticket + ' ' + object.dump(-1, ' ', false, json::error_handler_t::replace);
  }

  BaselineProcess baseline_;
  std::span<const Workload> submissions_;
  std::optional<Request> ready_;
};

}  // namespace

void serve_predictions(const Workload& baseline, std::span<const Workload> submissions, std::istream& requests,
                       const std::function<void(std::string_view)>& answer) {
  Server server(baseline, submissions);
  for (std::string line; std::getline(requests, line);) answer(server.answer(line));
}

}  // namespace lockstep::measure
