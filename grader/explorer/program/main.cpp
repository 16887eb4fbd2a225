// Explores a program that has a `main` of its own: linked with --wrap=main, this one is called in its stead. The
// program lies in a shared library, whose variables can be put back.

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "explorer/explore/env_options.h"
#include "explorer/explore/exploration.h"
#include "explorer/explore/replay_order.h"
#include "explorer/image/stack.h"
#include "explorer/interpose/termination.h"
#include "explorer/program/initial_state.h"
#include "explorer/report/write_all.h"
#include "lockstep/coverage_json.h"
#include "lockstep/finding_place_json.h"
#include "lockstep/reduction_json.h"
#include "lockstep/trace_step_json.h"

namespace lockstep::explorer {
namespace {

constexpr int kReportFd = 3;
constexpr int kWrongUsage = 2;

/// What the program prints, on standard output and standard error, kept of the latest schedule only.
class Output {
 public:
  Output() : file_(memfd_create("output", MFD_CLOEXEC)) {
    std::fflush(stdout);
    dup2(file_, STDOUT_FILENO);
    dup2(file_, STDERR_FILENO);
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);  // so that what goes to either comes in order, as in a terminal
  }
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output() { close(file_); }

  void forget() const {
    flush();
    [[maybe_unused]] const int failed = ftruncate(file_, 0);
    lseek(STDOUT_FILENO, 0, SEEK_SET);
  }

  [[nodiscard]] std::string text() const {
    flush();
    std::string text(static_cast<std::size_t>(std::max<off_t>(0, lseek(file_, 0, SEEK_END))), '\0');
    [[maybe_unused]] const ssize_t got = pread(file_, text.data(), text.size(), 0);
    return text;
  }

 private:
  static void flush() {
    std::cout.flush();
    std::fflush(stdout);
  }

  int file_;
};

/// What the program printed in schedules that ended by themselves: for each text the first schedule that prints it.
class Outputs {
 public:
  void note(std::string text, const Schedule& schedule) {
    if (outputs_.size() == kMost && !outputs_.contains(text)) {
      more_ = true;
    } else if (const auto [entry, is_new] = outputs_.try_emplace(std::move(text)); is_new) {
      entry->second = ReplayOrder{schedule, {}, env_options().busy_machine}.text();
    }
  }

  [[nodiscard]] nlohmann::json json() const {
    nlohmann::json outputs = nlohmann::json::array();
    for (const auto& [text, replay] : outputs_) outputs.push_back({{"text", text}, {"replay", replay}});
    return outputs;
  }

  /// There were others, too many to keep.
  [[nodiscard]] bool more() const { return more_; }

 private:
  static constexpr std::size_t kMost = 1'000;

  std::map<std::string, std::string> outputs_;
  bool more_ = false;
};

/// A program that has a test of its own (GoogleTest, Catch2, doctest, or an `if`) says by its status that it failed.
std::optional<RawFinding> failed_by_its_own_account() {
  const int status = main_exit().status;
  if (status == 0) return std::nullopt;
  return RawFinding{.kind = FindingKind::kAssertion,
                    .message = "The program ends with status " + std::to_string(status) +
                               ": it says itself that something is wrong. What it printed says more.",
                    .places = {},
                    .address = 0};
}

void report(const Exploration& exploration, const std::string& output, const Outputs* outputs) {
  nlohmann::json json{{"ended", exploration.ended == Exploration::Ended::kFinding     ? "finding"
                                : exploration.ended == Exploration::Ended::kExhausted ? "exhausted"
                                : exploration.ended == Exploration::Ended::kError     ? "error"
                                                                                      : "budget"},
                      {"schedules", exploration.schedules},
                      {"cut", exploration.cut},
                      {"coverage", exploration.ended == Exploration::Ended::kError
                                       ? nlohmann::json(nullptr)
                                       : coverage_json<nlohmann::json>(exploration.coverage)},
                      {"seconds", exploration.seconds},
                      {"guarantee", exploration.guarantee},
                      {"notes", exploration.notes},
                      {"trace", exploration.trace},
                      {"output", output},
                      {"finding", nullptr}};
  if (outputs != nullptr) json.update({{"outputs", outputs->json()}, {"more_outputs", outputs->more()}});
  if (exploration.finding) {
    const auto& found = *exploration.finding;
    json["finding"] = {
        {"kind", name(found.kind)},        {"message", found.message}, {"trace", found.trace},
        {"schedule", found.schedule},      {"replay", found.replay},   {"places", nlohmann::json::array()},
        {"steps", nlohmann::json::array()}};
    if (found.reduction) json["finding"]["reduction"] = reduction_json<nlohmann::json>(*found.reduction);
    for (const lockstep::FindingPlace& place : found.places) {
      json["finding"]["places"].push_back(place_json<nlohmann::json>(place));
    }
    for (const lockstep::TraceStep& step : found.steps) {
      json["finding"]["steps"].push_back(trace_step_json<nlohmann::json>(step));
    }
  }
  write_all(kReportFd, json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace
}  // namespace lockstep::explorer

int main(int argc, char** argv) {
  using namespace lockstep::explorer;
  if (const std::string& mistake = env_options().mistake; !mistake.empty()) {
    std::fprintf(stderr, "%s\n", mistake.c_str());
    std::_Exit(kWrongUsage);
  }
  using Main = int (*)(int, char**);
  const auto program_main = reinterpret_cast<Main>(dlsym(RTLD_NEXT, "main"));
  if (program_main == nullptr) {  // a shared library may lack it, so the linker did not object
    std::fputs("none of its files has a function main; a lab's files are run by ./lab test and ./lab grade\n", stderr);
    std::_Exit(kWrongUsage);
  }
  const auto* const somewhere = reinterpret_cast<const void*>(program_main);
  explore_module_of(somewhere);
  const InitialState initial(somewhere);
  const Output output;
  Outputs outputs;
  const bool lists_outputs = env_options().outputs;
  main_exit().allowed = true;
  const Program program{.body = [&] { main_exit().status = program_main(argc, argv); },
                        .before =
                            [&] {
                              main_exit().status = 0;
                              initial.put_back();
                              output.forget();
                            },
                        .judge = failed_by_its_own_account,
                        .completed =
                            [&](const Schedule& schedule) {
                              if (lists_outputs) outputs.note(output.text(), schedule);
                            },
                        .output_is_seen = true,
                        .owns_process = true};
  const auto exploration = explore_program(program, with_environment({}));
  report(exploration, output.text(), lists_outputs ? &outputs : nullptr);
  std::_Exit(0);  // nothing of the program's may run again
}
