// Correct programs on which ThreadSanitizer alone gives false alarms, built with the kit's guard and shim as a lab's
// programs are; and, to each, a twin with a real race in it, which must still be found.

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "os/temp_dir.h"
#include "process/run.h"

namespace lockstep::checks {
namespace {

namespace fs = std::filesystem;

process::Run run(const std::vector<std::string>& argv, const fs::path& dir) {
  process::Command command;
  command.argv = argv;
  command.working_dir = dir;
  process::Sandbox sandbox;
  sandbox.backend = process::SandboxBackend::kNone;
  sandbox.builds = true;
  sandbox.writable = {dir};
  process::Limits limits;
  limits.wall = std::chrono::minutes(2);
  limits.cpu = std::chrono::minutes(2);
  limits.memory_bytes = 4ULL << 30;
  auto ended = process::run(command, limits, sandbox);
  EXPECT_TRUE(ended) << (ended ? "" : ended.error().message);
  return ended ? *ended : process::Run{};
}

class FalseAlarmsTest : public testing::TestWithParam<const char*> {
 protected:
  /// \return the exit code: 66 when ThreadSanitizer reported something
  int run_program(bool with_race) {
    const fs::path kit = fs::path(LOCKSTEP_SOURCE_DIR) / "grader/kit";
    const fs::path program = dir_.path() / "program";
    std::vector<std::string> build{"g++",
                                   "-std=c++20",
                                   "-O1",
                                   "-g1",
                                   "-fsanitize=thread",
                                   "-pthread",
                                   "-I",
                                   kit,
                                   fs::path(LOCKSTEP_SOURCE_DIR) / "grader/checks/testdata/tsan" / GetParam(),
                                   kit / "sanitizer_guard.cpp",
                                   kit / "tsan_shim.cpp",
                                   "-o",
                                   program};
    if (with_race) build.insert(build.begin() + 1, "-DRACE");
    const process::Run built = run(build, dir_.path());
    EXPECT_EQ(std::get<process::Exited>(built.exit).code, 0) << built.errors;
    const process::Run ran = run({"/usr/bin/setarch", "--addr-no-randomize", program}, dir_.path());
    const auto* exited = std::get_if<process::Exited>(&ran.exit);
    EXPECT_NE(exited, nullptr) << process::describe(ran.exit);
    return exited == nullptr ? -1 : exited->code;
  }

  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_P(FalseAlarmsTest, CorrectCodeRaisesNoAlarm) { EXPECT_EQ(run_program(false), 0); }

TEST_P(FalseAlarmsTest, ARealRaceBesideItIsStillFound) { EXPECT_EQ(run_program(true), 66); }

INSTANTIATE_TEST_SUITE_P(, FalseAlarmsTest,
                         testing::Values("timed_mutex.cpp", "shared_timed_mutex.cpp", "call_once.cpp",
                                         "exception_ptr.cpp", "atomic_shared_ptr.cpp", "lock_orders.cpp"),
                         [](const auto& tested) { return fs::path(tested.param).stem().string(); });

}  // namespace
}  // namespace lockstep::checks
