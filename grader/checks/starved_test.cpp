// What checks say of a program that the machine was too busy for.

#include <gtest/gtest.h>

#include <filesystem>

#include "checks/check.h"
#include "os/file.h"
#include "os/temp_dir.h"
#include "process/run.h"

namespace lockstep::checks {
namespace {

/// The parent of a vfork waits in the state of a thread that waits for a disk: it could go on, and gets no CPU time. So
/// it is starved on any machine.
constexpr std::string_view kAlwaysStarved = R"(#include <unistd.h>
int main() {
  if (vfork() == 0) {
    for (;;) pause();
  }
})";

class StarvedTest : public testing::Test {
 protected:
  StarvedTest() {
    manifest_.name = "01-tiny";
    manifest_.submit = {"tiny.cpp"};
    manifest_.checks.resize(2);
    manifest_.checks[0].id = "tests";
    manifest_.checks[0].settings = TestsCheck{.program = "tiny_test", .cases = {{"TinyTest.Answers", 5}}};
    manifest_.checks[1].id = "asan";
    manifest_.checks[1].settings = AsanCheck{};
    for (Check& check : manifest_.checks) check.limits.wall = std::chrono::milliseconds(20);
    EXPECT_TRUE(os::write_file(dir_.path() / "tiny.cpp", kAlwaysStarved));
    process::Sandbox sandbox;
    sandbox.backend = process::SandboxBackend::kNone;
    sandbox.builds = true;
    sandbox.writable = {dir_.path()};
    process::Command command;
    command.argv = {"g++", "-w", dir_.path() / "tiny.cpp", "-o", dir_.path() / "tiny_test"};
    const auto compiled = process::run(command, {.wall = std::chrono::minutes(1)}, sandbox);
    EXPECT_TRUE(compiled) << compiled.error().message;
  }

  Verdict judged(const Check& check) const {
    const build::Built programs = build::Programs{dir_.path()};
    const std::map<build::Flavour, build::Built> built{{build::Flavour::kRelease, programs},
                                                       {build::Flavour::kAsan, programs}};
    const auto verdict = judge({.manifest = manifest_,
                                .check = check,
                                .built = built,
                                .backend = process::SandboxBackend::kNone,
                                .jobs = 1,
                                .stop = {},
                                .progress = {}});
    EXPECT_TRUE(verdict) << verdict.error().message;
    return verdict ? *verdict : Verdict{};
  }

  Manifest manifest_;
  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_F(StarvedTest, NoCheckJudgesIt) {
  for (const Check& check : manifest_.checks) {
    const Verdict verdict = judged(check);
    EXPECT_EQ(verdict.outcome, Outcome::kInconclusive) << check.id;
    EXPECT_TRUE(verdict.findings.empty()) << check.id;
    ASSERT_EQ(verdict.cases.size(), 1U) << check.id;
    EXPECT_EQ(verdict.cases[0].verdict, Outcome::kInconclusive) << check.id;
    ASSERT_EQ(verdict.notes.size(), 1U) << check.id;
    EXPECT_NE(verdict.notes[0].find("the machine was too busy"), std::string::npos) << verdict.notes[0];
  }
}

}  // namespace
}  // namespace lockstep::checks
