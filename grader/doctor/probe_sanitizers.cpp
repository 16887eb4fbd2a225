#include <fmt/core.h>

#include <system_error>

#include "doctor/probes.h"

namespace lockstep::doctor {
namespace {

/// A planted program, and how to tell that it was caught.
struct Planted {
  std::string id;
  std::string what;  ///< name of what must catch it
  std::string source;
  std::string flag;
  std::string words;        ///< that a report of it holds
  std::string consequence;  ///< when it is not caught
};

std::string packages(const Machine& machine) {
  return machine.compiler.find("clang") != std::string::npos ? "apt-get install clang libclang-rt-14-dev"
                                                             : "apt-get install g++";
}

Probe failed(const Machine& machine, const Planted& planted, std::string result) {
  return {.id = planted.id,
          .what = planted.what,
          .level = Level::kDegraded,
          .result = std::move(result),
          .consequence = planted.consequence,
          .fix = packages(machine)};
}

bool shadow_is_taken(const Answer& answer) {
  return answer.text.find("unexpected memory mapping") != std::string::npos;
}

/// Builds the planted program and runs it as a learner's would be.
Probe try_planted(const Machine& machine, const Planted& planted) {
  const auto program = machine.work_dir / planted.source;
  std::error_code ignored;
  std::filesystem::create_directories(machine.work_dir, ignored);
  const Answer built = machine.run({machine.compiler, "-std=c++20", "-O1", "-g1", planted.flag, "-pthread",
                                    machine.planted / (planted.source + ".cpp"), "-o", program},
                                   Where::kOpen);
  if (!built.succeeded()) return failed(machine, planted, "a program does not build with " + planted.flag);

  Answer ran = machine.run({program}, Where::kSandbox);
  std::string how = "catches what was planted";
  if (shadow_is_taken(ran)) {
    ran = machine.run({"/usr/bin/setarch", "--addr-no-randomize", program}, Where::kSandbox);
    how += ", with address-space randomisation switched off for it (vm.mmap_rnd_bits is too high)";
  }
  if (ran.text.find(planted.words) == std::string::npos) {
    return failed(machine, planted,
                  ran.started ? "does not catch what was planted: " + process::describe(ran.exit) : ran.text);
  }
  return {.id = planted.id, .what = planted.what, .level = Level::kGood, .result = how, .consequence = "", .fix = ""};
}

}  // namespace

Probe probe_thread_sanitizer(const Machine& machine) {
  return try_planted(machine, {.id = "tsan",
                               .what = "ThreadSanitizer",
                               .source = "race",
                               .flag = "-fsanitize=thread",
                               .words = "data race",
                               .consequence = "data races are not found by checks of kind tsan"});
}

Probe probe_address_sanitizer(const Machine& machine) {
  return try_planted(machine, {.id = "asan",
                               .what = "AddressSanitizer",
                               .source = "overflow",
                               .flag = "-fsanitize=address",
                               .words = "heap-buffer-overflow",
                               .consequence = "memory errors are not found by checks of kind asan"});
}

Probe probe_leak_sanitizer(const Machine& machine) {
  return try_planted(machine, {.id = "lsan",
                               .what = "LeakSanitizer",
                               .source = "leak",
                               .flag = "-fsanitize=address",
                               .words = "detected memory leaks",
                               .consequence = "leaks are not found by checks of kind asan"});
}

Probe probe_undefined_sanitizer(const Machine& machine) {
  return try_planted(machine, {.id = "ubsan",
                               .what = "UndefinedBehaviorSanitizer",
                               .source = "undefined",
                               .flag = "-fsanitize=undefined",
                               .words = "signed integer overflow",
                               .consequence = "undefined behaviour is not found by checks of kind asan"});
}

}  // namespace lockstep::doctor
