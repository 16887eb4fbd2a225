#include "doctor/probes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "os/temp_dir.h"

namespace lockstep::doctor {
namespace {

Answer says(std::string text, int code = 0) {
  return {.started = true, .exit = process::Exited{code}, .text = std::move(text)};
}

/// A machine on which each program does what the test says; what it does not name is not there.
class ProbesTest : public testing::Test {
 protected:
  Machine machine() {
    Machine machine;
    machine.compiler = "g++";
    machine.planted = "/planted";
    machine.work_dir = dir_.path();
    machine.run = [this](const std::vector<std::string>& argv, Where) {
      asked_.push_back(argv);
      const std::string program = std::filesystem::path(argv.front()).filename();
      const auto found = answers_.find(program);
      return found == answers_.end() ? Answer{.started = false, .exit = {}, .text = "no such program"} : found->second;
    };
    return machine;
  }

  os::TempDir dir_ = os::TempDir::make().value();
  std::map<std::string, Answer> answers_;
  std::vector<std::vector<std::string>> asked_;
};

TEST_F(ProbesTest, AMachineWithoutItsCompilerCannotGrade) {
  const Probe probe = probe_compiler(machine(), "g++");
  EXPECT_EQ(probe.level, Level::kMissing);
  EXPECT_EQ(probe.fix, "apt-get install g++");
}

TEST_F(ProbesTest, TheOtherCompilerMayBeMissing) {
  EXPECT_EQ(probe_compiler(machine(), "clang++").level, Level::kDegraded);
}

TEST_F(ProbesTest, AnOldCompilerIsNamed) {
  answers_["g++"] = says("9.4.0\n");
  const Probe probe = probe_compiler(machine(), "g++");
  EXPECT_EQ(probe.level, Level::kDegraded);
  EXPECT_NE(probe.result.find("9.4.0"), std::string::npos);
  answers_["g++"] = says("12.2.0\n");
  EXPECT_EQ(probe_compiler(machine(), "g++").level, Level::kGood);
}

TEST_F(ProbesTest, WithoutMoldLinkingIsOnlySlower) {
  EXPECT_EQ(probe_linker(machine()).level, Level::kDegraded);
  EXPECT_EQ(probe_builder(machine(), "ninja", "ninja-build").level, Level::kMissing);
}

TEST_F(ProbesTest, ASanitizerIsGoodOnlyIfItCatchesWhatWasPlanted) {
  answers_["g++"] = says("");
  answers_["race"] = says("");
  const Probe silent = probe_thread_sanitizer(machine());
  EXPECT_EQ(silent.level, Level::kDegraded);
  EXPECT_NE(silent.consequence, "");
  EXPECT_NE(silent.fix, "");
  answers_["race"] = says("WARNING: ThreadSanitizer: data race", 66);
  EXPECT_EQ(probe_thread_sanitizer(machine()).level, Level::kGood);
}

TEST_F(ProbesTest, HighRandomisationIsSwitchedOffForTheSanitizer) {
  answers_["g++"] = says("");
  answers_["race"] = says("FATAL: ThreadSanitizer: unexpected memory mapping 0x5..", 66);
  answers_["setarch"] = says("WARNING: ThreadSanitizer: data race", 66);
  const Probe probe = probe_thread_sanitizer(machine());
  EXPECT_EQ(probe.level, Level::kGood);
  EXPECT_NE(probe.result.find("mmap_rnd_bits"), std::string::npos);
  EXPECT_EQ(asked_.back()[0], "/usr/bin/setarch");
}

TEST_F(ProbesTest, WithoutASandboxTheCostIsSaid) {
  const Probe none =
      probe_sandbox({.backend = process::SandboxBackend::kNone, .refused = {"bubblewrap: not installed"}});
  EXPECT_EQ(none.level, Level::kDegraded);
  EXPECT_NE(none.result.find("not installed"), std::string::npos);
  EXPECT_NE(none.consequence, "");
  EXPECT_EQ(probe_sandbox({.backend = process::SandboxBackend::kBubblewrap, .refused = {}}).level, Level::kGood);
}

TEST_F(ProbesTest, AMemoryLimitMustEndTheProgramThatBreaksIt) {
  answers_["g++"] = says("");
  answers_["hog"] = says("had all of it");
  EXPECT_EQ(probe_memory_limit(machine()).level, Level::kDegraded);
  answers_["hog"] = {.started = true, .exit = process::OutOfMemory{64 << 20}, .text = ""};
  EXPECT_EQ(probe_memory_limit(machine()).level, Level::kGood);
}

TEST_F(ProbesTest, OneCoreCannotShowASpeedup) {
  EXPECT_EQ(probe_cores(1).level, Level::kDegraded);
  EXPECT_EQ(probe_cores(1.5).level, Level::kDegraded);
  EXPECT_EQ(probe_cores(2).level, Level::kGood);
}

}  // namespace
}  // namespace lockstep::doctor
