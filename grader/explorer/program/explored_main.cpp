// Explores a program that has a `main` of its own: linked with the executable's `main`, which calls explore_main. The
// program lies in a shared library, whose variables can be put back.

#include "explorer/program/explored_main.h"

#include <dlfcn.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <optional>
#include <utility>

#include "explorer/explore/env_options.h"
#include "explorer/explore/exploration.h"
#include "explorer/explore/replay_order.h"
#include "explorer/image/stack.h"
#include "explorer/interpose/termination.h"
#include "explorer/program/initial_state.h"

namespace lockstep::explorer {
namespace {

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

  [[nodiscard]] std::vector<SeenOutput> all() const {
    std::vector<SeenOutput> outputs;
    outputs.reserve(outputs_.size());
    for (const auto& [text, replay] : outputs_) outputs.push_back({text, replay});
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

using Main = int (*)(int, char**);

/// The program's own `main`. Does not return without.
Main program_main() {
  if (const std::string& mistake = env_options().mistake; !mistake.empty()) {
    std::fprintf(stderr, "%s\n", mistake.c_str());
    std::_Exit(kWrongUsage);
  }
  const auto found = reinterpret_cast<Main>(dlsym(RTLD_NEXT, "main"));
  if (found == nullptr) {  // a shared library may lack it, so the linker did not object
    std::fputs("none of its files has a function main; a lab's files are run by ./lab test and ./lab grade\n", stderr);
    std::_Exit(kWrongUsage);
  }
  return found;
}

}  // namespace

void explore_main(int argc, char** argv, const std::function<int(const ProgramExplored&)>& report) {
  const Main own_main = program_main();
  const auto* const somewhere = reinterpret_cast<const void*>(own_main);
  explore_module_of(somewhere);
  const InitialState initial(somewhere);
  const Output output;
  Outputs outputs;
  ProgramExplored explored;
  explored.lists_outputs = env_options().outputs;
  main_exit().allowed = true;
  const Program program{.body = [&] { main_exit().status = own_main(argc, argv); },
                        .before =
                            [&] {
                              main_exit().status = 0;
                              initial.put_back();
                              output.forget();
                            },
                        .judge = failed_by_its_own_account,
                        .completed =
                            [&](const Schedule& schedule) {
                              if (explored.lists_outputs) outputs.note(output.text(), schedule);
                            },
                        .output_is_seen = true,
                        .owns_process = true};
  explored.exploration = explore_program(program, with_environment({}));
  explored.output = output.text();
  explored.outputs = outputs.all();
  explored.more_outputs = outputs.more();
  std::_Exit(report(explored));
}

}  // namespace lockstep::explorer
