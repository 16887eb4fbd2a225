#include "measure_serve.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <sstream>
#include <string>

namespace lockstep::measure {
namespace {

constexpr int kAnswerFd = 3;

std::optional<Watch> watch_named(std::string_view name) {
  if (name == "plain") return Watch::kPlain;
  if (name == "meet") return Watch::kMeet;
  if (name == "balance") return Watch::kBalance;
  return std::nullopt;
}

std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return text.substr(0, 500);
}

std::string describe(Watch watch, const Repetition::Result& result) {
  std::ostringstream text;
  text << result.checksum;
  if (watch == Watch::kMeet) text << ' ' << result.met;
  if (watch == Watch::kBalance) text << ' ' << result.speedup << ' ' << result.busiest;
  return text.str();
}

/// The state of a conversation: at most one repetition is ready.
class Server {
 public:
  explicit Server(std::span<const Workload> workloads) : workloads_(workloads) {}

  std::string answer(const std::string& line) {
    std::istringstream words(line);
    std::string verb;
    std::string ticket;
    words >> verb >> ticket;
    try {
      if (verb == "list") return "functions " + ticket + names();
      if (verb == "prepare")
        return prepare(words) ? "ready " + ticket : "refused " + ticket + " cannot prepare: " + line;
      if (verb != "run" || !ready_) return "refused " + ticket + " cannot do: " + line;
      const std::unique_ptr<Repetition> repetition = std::move(ready_);
      return "result " + ticket + ' ' + describe(watch_, repetition->run());
    } catch (const std::exception& error) {
      return "exception " + ticket + ' ' + one_line(error.what());
    } catch (...) {
      return "exception " + ticket + " of a type that is no std::exception";
    }
  }

 private:
  std::string names() const {
    std::string all;
    for (const Workload& workload : workloads_) all += ' ' + workload.name;
    return all;
  }

  bool prepare(std::istream& words) {
    std::string name;
    std::string watch;
    Request request;
    long patience_ms = 0;
    words >> name >> request.seed >> request.workers >> watch >> patience_ms;
    const auto workload = std::ranges::find(workloads_, name, &Workload::name);
    const std::optional<Watch> known = watch_named(watch);
    if (!words || workload == workloads_.end() || !known || request.workers == 0) return false;
    watch_ = request.watch = *known;
    request.patience = std::chrono::milliseconds(patience_ms);
    ready_ = std::make_unique<Repetition>(*workload, request);
    return true;
  }

  std::span<const Workload> workloads_;
  std::unique_ptr<Repetition> ready_;
  Watch watch_ = Watch::kPlain;
};

}  // namespace

Repetition::Repetition(const Workload& workload, const Request& request)
    : rendezvous_({.patience = request.patience}),
      work_span_(workload.tasks, request.workers, {.patience = request.patience}),
      watch_(request.watch) {
  const auto around = [this](const std::function<void()>& body) {
    if (watch_ == Watch::kBalance) return work_span_.run(body);
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

void serve(std::span<const Workload> workloads, std::istream& requests,
           const std::function<void(std::string_view)>& answer) {
  Server server(workloads);
  for (std::string line; std::getline(requests, line);) answer(server.answer(line));
}

void serve_grader(std::span<const Workload> workloads) {
  serve(workloads, std::cin, [](std::string_view line) {
    const std::string text = std::string(line) + '\n';
    // A line of this length is written whole (PIPE_BUF). When the grader has gone, the requests end as well.
    [[maybe_unused]] const ssize_t written = write(kAnswerFd, text.data(), text.size());
  });
}

}  // namespace lockstep::measure
