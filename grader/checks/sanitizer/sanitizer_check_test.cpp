#include "checks/sanitizer/sanitizer_check.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "os/file.h"
#include "os/temp_dir.h"
#include "process/run.h"

namespace lockstep::checks {
namespace {

namespace fs = std::filesystem;

/// Reports a race in tiny.cpp as the kit's sanitizer guard passes it on, and ends as ThreadSanitizer ends a program.
constexpr std::string_view kRacingProgram = R"(#!/bin/sh
cat >&4 <<'END'
==================
WARNING: ThreadSanitizer: data race (pid=2)
  Write of size 4 at 0x7b0400000010 by thread T2:
    #0 answer() /b/labs/01-tiny/slot0/src/tiny.cpp:9 (t+0x1a2b)

  Previous write of size 4 at 0x7b0400000010 by thread T1:
    #0 answer() /b/labs/01-tiny/slot0/src/tiny.cpp:9 (t+0x1a2b)

SUMMARY: ThreadSanitizer: data race /b/labs/01-tiny/slot0/src/tiny.cpp:9 in answer()
==================
END
exit 66
)";

constexpr std::string_view kOrdinary =
    "#include <atomic>\nstd::atomic<int> n;\nint f() { return n.load(std::memory_order_acquire); }\n";

/// A built lab whose only case races, as far as ThreadSanitizer can tell.
class SanitizerCheckTest : public testing::Test {
 protected:
  SanitizerCheckTest() {
    manifest_.name = "01-tiny";
    manifest_.submit = {"tiny.cpp"};
    manifest_.checks.resize(2);
    manifest_.checks[0].id = "tests";
    manifest_.checks[0].settings = TestsCheck{.program = "tiny_test", .cases = {{"TinyTest.Answers", 5}}};
    manifest_.checks[1].id = "tsan";
    manifest_.checks[1].settings = TsanCheck{};
    install(kRacingProgram);
  }

  void install(std::string_view script) const {
    EXPECT_TRUE(os::write_file(program(), script));
    fs::permissions(program(), fs::perms::owner_exec, fs::perm_options::add);
  }

  /// Compiles an object of the lab in the ThreadSanitizer flavour, the way the build does.
  void compile(std::string_view code, const fs::path& object) const {
    const fs::path source = built_.path() / "source.cpp";
    ASSERT_TRUE(os::write_file(source, code));
    fs::create_directories((programs() / object).parent_path());
    process::Command command;
    command.argv = {"g++", "-std=c++20", "-O1", "-fsanitize=thread", "-Wno-tsan",
                    "-c",  source,       "-o",  programs() / object};
    process::Sandbox sandbox;
    sandbox.backend = process::SandboxBackend::kNone;
    sandbox.builds = true;
    sandbox.writable = {built_.path()};
    const auto compiled = process::run(command, {.wall = std::chrono::minutes(1)}, sandbox);
    ASSERT_TRUE(compiled) << compiled.error().message;
    ASSERT_TRUE(fs::exists(programs() / object)) << compiled->errors;
  }

  Verdict judged() const {
    const std::map<build::Flavour, build::Built> built{{build::Flavour::kTsan, build::Programs{programs()}}};
    const auto verdict = judge({.manifest = manifest_,
                                .check = manifest_.checks[1],
                                .built = built,
                                .backend = process::SandboxBackend::kNone,
                                .jobs = 1,
                                .stop = {},
                                .progress = {}});
    EXPECT_TRUE(verdict) << verdict.error().message;
    return verdict ? *verdict : Verdict{};
  }

  fs::path programs() const { return built_.path() / "tsan"; }
  fs::path program() const { return programs() / "tiny_test"; }

  Manifest manifest_;
  os::TempDir built_ = os::TempDir::make().value();
};

TEST_F(SanitizerCheckTest, ARaceReportIsAFail) {
  compile(kOrdinary, "CMakeFiles/submission.dir/tiny.cpp.o");
  const Verdict verdict = judged();
  EXPECT_EQ(verdict.outcome, Outcome::kFail);
  EXPECT_EQ(verdict.fraction, 0);
  ASSERT_EQ(verdict.findings.size(), 1U);
  EXPECT_EQ(verdict.findings[0].kind, FindingKind::kDataRace);
  EXPECT_EQ(verdict.findings[0].line, 9);
}

TEST_F(SanitizerCheckTest, RunsTheCasesAloneThatItIsNarrowedTo) {
  compile(kOrdinary, "CMakeFiles/submission.dir/tiny.cpp.o");
  std::get<TestsCheck>(manifest_.checks[0].settings).cases.push_back({"TinyTest.Counts", 5});
  EXPECT_EQ(judged().cases.size(), 2U);
  std::get<TsanCheck>(manifest_.checks[1].settings).only = {"TinyTest.Counts"};
  const Verdict verdict = judged();
  ASSERT_EQ(verdict.cases.size(), 1U);
  EXPECT_EQ(verdict.cases[0].name, "TinyTest.Counts");
  EXPECT_EQ(verdict.outcome, Outcome::kFail);
}

TEST_F(SanitizerCheckTest, AFenceChangesNothing) {
  compile("#include <atomic>\nvoid f() { std::atomic_thread_fence(std::memory_order_acquire); }\n",
          "CMakeFiles/submission.dir/tiny.cpp.o");
  EXPECT_EQ(judged().outcome, Outcome::kFail);
}

TEST_F(SanitizerCheckTest, TheSameReportIsInconclusiveWhereAResultIsMadeReadyAtAThreadsEnd) {
  compile(
      "#include <future>\n"  // a member whose address is taken is not inlined
      "void (std::promise<void>::*member)() = &std::promise<void>::set_value_at_thread_exit;\n",
      "CMakeFiles/submission.dir/tiny.cpp.o");
  const Verdict verdict = judged();
  EXPECT_EQ(verdict.outcome, Outcome::kInconclusive);
  ASSERT_FALSE(verdict.notes.empty());
  EXPECT_NE(verdict.notes[0].find("set_value_at_thread_exit"), std::string::npos);
  EXPECT_EQ(verdict.findings.size(), 1U) << "the report is shown all the same";
}

TEST_F(SanitizerCheckTest, AWordInACommentAStringOrANameChangesNothing) {
  constexpr std::string_view kWords =
      "// std::atomic_thread_fence set_value_at_thread_exit notify_all_at_thread_exit\n"
      "const char* words() { return \"_ZNSt7promiseIiE24set_value_at_thread_exitEOi\"; }\n"
      "int set_value_at_thread_exit() { return 1; }\n";
  compile(kWords, "CMakeFiles/submission.dir/tiny.cpp.o");
  fs::create_directories(built_.path() / "src");
  ASSERT_TRUE(os::write_file(built_.path() / "src/tiny.cpp", kWords));
  const Verdict verdict = judged();
  EXPECT_EQ(verdict.outcome, Outcome::kFail);
  EXPECT_TRUE(verdict.notes.empty()) << verdict.notes.front();
}

/// The racing program, with another file in place of the learner's.
std::string racing_in(std::string_view file) {
  std::string script(kRacingProgram);
  const std::string_view learners = "/b/labs/01-tiny/slot0/src/tiny.cpp";
  for (auto at = script.find(learners); at != std::string::npos; at = script.find(learners, at)) {
    script.replace(at, learners.size(), file);
  }
  return script;
}

TEST_F(SanitizerCheckTest, ARaceInTheTestsOwnLinesIsAFailOfTheCodeThatShouldKeepThemApart) {
  install(racing_in("/b/labs/01-tiny/slot0/src/tests/tiny_test.cpp"));
  compile(kOrdinary, "CMakeFiles/submission.dir/tiny.cpp.o");
  const Verdict verdict = judged();
  EXPECT_EQ(verdict.outcome, Outcome::kFail);
  ASSERT_EQ(verdict.findings.size(), 1U);
  EXPECT_EQ(verdict.findings[0].file, "tests/tiny_test.cpp");
}

TEST_F(SanitizerCheckTest, ARaceInNoFileOfTheLabIsTheKitsFault) {
  install(racing_in("/usr/include/c++/12/bits/stl_algobase.h"));
  compile(kOrdinary, "CMakeFiles/submission.dir/tiny.cpp.o");
  const Verdict verdict = judged();
  EXPECT_EQ(verdict.outcome, Outcome::kError);
  ASSERT_FALSE(verdict.notes.empty());
  EXPECT_NE(verdict.notes.back().find("the kit's fault"), std::string::npos);
}

/// Where one finding of several names the learner's file, it decides.
TEST_F(SanitizerCheckTest, AReportThatNamesNoFileOfTheirsHidesNoOther) {
  manifest_.checks[0].settings =
      TestsCheck{.program = "tiny_test", .cases = {{"TinyTest.Answers", 5}, {"TinyTest.Library", 5}}};
  std::string script(kRacingProgram);
  script.insert(script.find('\n') + 1, R"(case "$1" in *Library)
cat >&4 <<'END'
WARNING: ThreadSanitizer: data race (pid=2)
  Write of size 4 at 0x7b0400000010 by thread T2:
    #0 std::fill(int*, int*, int) /usr/include/c++/12/bits/stl_algobase.h:9 (t+0x1a2b)

SUMMARY: ThreadSanitizer: data race /usr/include/c++/12/bits/stl_algobase.h:9 in std::fill
END
exit 66;; esac
)");
  install(script);
  compile(kOrdinary, "CMakeFiles/submission.dir/tiny.cpp.o");
  const Verdict verdict = judged();
  EXPECT_EQ(verdict.outcome, Outcome::kFail);
  ASSERT_EQ(verdict.findings.size(), 1U);
  EXPECT_EQ(verdict.findings[0].file, "tiny.cpp");
}

}  // namespace
}  // namespace lockstep::checks
