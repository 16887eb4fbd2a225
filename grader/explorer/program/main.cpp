// Explores a program that has a `main` of its own: linked with --wrap=main, this one is called in its stead. The
// program lies in a shared library, whose variables can be put back.

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>

#include "explorer/engine/stack.h"
#include "explorer/explore/env_options.h"
#include "explorer/explore/exploration.h"
#include "explorer/program/initial_state.h"
#include "explorer/report/write_all.h"

namespace lockstep::explorer {
namespace {

constexpr int kReportFd = 3;

/// What the program prints, kept of the latest schedule only.
class Output {
 public:
  Output() : file_(memfd_create("output", MFD_CLOEXEC)) {
    std::fflush(stdout);
    dup2(file_, STDOUT_FILENO);
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

void report(const Exploration& exploration, const std::string& output) {
  nlohmann::json json{{"ended", exploration.ended == Exploration::Ended::kFinding     ? "finding"
                                : exploration.ended == Exploration::Ended::kExhausted ? "exhausted"
                                : exploration.ended == Exploration::Ended::kError     ? "error"
                                                                                      : "budget"},
                      {"schedules", exploration.schedules},
                      {"cut", exploration.cut},
                      {"seconds", exploration.seconds},
                      {"guarantee", exploration.guarantee},
                      {"notes", exploration.notes},
                      {"trace", exploration.trace},
                      {"output", output},
                      {"finding", nullptr}};
  if (exploration.finding) {
    const auto& found = *exploration.finding;
    json["finding"] = {{"kind", name(found.kind)},   {"message", found.message}, {"trace", found.trace},
                       {"schedule", found.schedule}, {"replay", found.replay},   {"file", found.file},
                       {"line", found.line}};
  }
  write_all(kReportFd, json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace
}  // namespace lockstep::explorer

int main(int argc, char** argv) {
  using namespace lockstep::explorer;
  using Main = int (*)(int, char**);
  const auto program_main = reinterpret_cast<Main>(dlsym(RTLD_NEXT, "main"));
  const auto* const somewhere = reinterpret_cast<const void*>(program_main);
  explore_module_of(somewhere);
  const InitialState initial(somewhere);
  const Output output;
  const Program program{.body = [&] { program_main(argc, argv); },
                        .before =
                            [&] {
                              initial.put_back();
                              output.forget();
                            },
                        .judge = [] { return std::nullopt; }};
  const auto exploration = explore_program(program, with_environment({}));
  report(exploration, output.text());
  std::_Exit(0);  // nothing of the program's may run again
}
