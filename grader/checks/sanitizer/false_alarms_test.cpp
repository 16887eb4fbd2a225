// Correct programs on which ThreadSanitizer alone gives false alarms, built with the kit's guard and shim as a lab's
// programs are; and, to each, a twin with a real race in it, which must still be found.

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "os/temp_dir.h"
#include "process/find_program.h"
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

struct Tested {
  const char* compiler;
  const char* file;
};

class FalseAlarmsTest : public testing::TestWithParam<Tested> {
 protected:
  void SetUp() override {
    if (!process::find_program(GetParam().compiler)) GTEST_SKIP() << GetParam().compiler << " is not installed";
  }

  /// \return of a run of the program, linked as the kit links a lab's programs
  process::Run run_program(bool with_race) {
    const fs::path kit = fs::path(LOCKSTEP_SOURCE_DIR) / "grader/kit";
    const fs::path fences = dir_.path() / "fences.o";
    build({"-O2", "-c", kit / "tsan/fences.cpp", "-o", fences});
    build({"-O1", "-g1", "-fsanitize=thread", "-pthread", "-I", kit, with_race ? "-DRACE" : "-DNO_RACE",
           fs::path(LOCKSTEP_SOURCE_DIR) / "grader/checks/testdata/tsan" / GetParam().file, kit / "sanitizer_guard.cpp",
           kit / "tsan_shim.cpp", fences, "@" + (kit / "tsan/fences.options").string(), "-o", dir_.path() / "program"});
    return run({"/usr/bin/setarch", "--addr-no-randomize", dir_.path() / "program"}, dir_.path());
  }

  /// 66 when ThreadSanitizer reported something
  static int code_of(const process::Run& run) {
    const auto* exited = std::get_if<process::Exited>(&run.exit);
    EXPECT_NE(exited, nullptr) << process::describe(run.exit);
    return exited == nullptr ? -1 : exited->code;
  }

 private:
  void build(std::vector<std::string> argv) {
    argv.insert(argv.begin(), {GetParam().compiler, "-std=c++20"});
    const process::Run built = run(argv, dir_.path());
    EXPECT_EQ(code_of(built), 0) << built.errors;
  }

  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_P(FalseAlarmsTest, CorrectCodeRaisesNoAlarm) {
  const process::Run ran = run_program(false);
  EXPECT_EQ(code_of(ran), 0) << ran.errors;
}

TEST_P(FalseAlarmsTest, ARealRaceBesideItIsStillFound) { EXPECT_EQ(code_of(run_program(true)), 66); }

std::string name_of(const testing::TestParamInfo<Tested>& tested) {
  const std::string compiler = tested.param.compiler == std::string_view("g++") ? "gcc_" : "clang_";
  return compiler + fs::path(tested.param.file).stem().string();
}

INSTANTIATE_TEST_SUITE_P(, FalseAlarmsTest,
                         testing::Values(Tested{"g++", "timed_mutex.cpp"}, Tested{"g++", "shared_timed_mutex.cpp"},
                                         Tested{"g++", "call_once.cpp"}, Tested{"g++", "exception_ptr.cpp"},
                                         Tested{"g++", "atomic_shared_ptr.cpp"}, Tested{"g++", "lock_orders.cpp"},
                                         Tested{"g++", "fences.cpp"}, Tested{"clang++", "fences.cpp"},
                                         Tested{"g++", "fence_and_release.cpp"},
                                         Tested{"clang++", "fence_and_release.cpp"},
                                         Tested{"g++", "fences_of_a_lock.cpp"},
                                         Tested{"clang++", "fences_of_a_lock.cpp"},
                                         Tested{"g++", "notify_all_at_thread_exit.cpp"}),
                         name_of);

class AtomicPlaceTest : public FalseAlarmsTest {};

TEST_P(AtomicPlaceTest, AReportNamesTheLineOfAnAtomicOperation) {
  const std::string report = run_program(false).errors;
  EXPECT_NE(report.find("atomic_and_plain.cpp:10"), std::string::npos) << report;
  EXPECT_NE(report.find("atomic_and_plain.cpp:14"), std::string::npos) << report;
  EXPECT_EQ(report.find("fences.cpp"), std::string::npos) << report;
}

INSTANTIATE_TEST_SUITE_P(, AtomicPlaceTest,
                         testing::Values(Tested{"g++", "atomic_and_plain.cpp"},
                                         Tested{"clang++", "atomic_and_plain.cpp"}),
                         name_of);

}  // namespace
}  // namespace lockstep::checks
