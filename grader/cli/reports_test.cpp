#include "cli/reports.h"

#include <gtest/gtest.h>

#include <any>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "cli/command_line.h"
#include "cli/run_grade.h"
#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

/// A verdict with a finding that has a raw report; the current folder is one of its own.
class KeepRawReportsTest : public testing::Test {
 protected:
  KeepRawReportsTest() {
    fs::current_path(dir_.path());
    checks_[0].id = "tsan";
    verdicts_[0].findings.emplace_back().raw = "WARNING: ThreadSanitizer: data race";
  }
  ~KeepRawReportsTest() override { fs::current_path("/"); }

  /// The note that was added.
  std::string note_of(const fs::path& dir) {
    EXPECT_TRUE(keep_raw_reports(dir, checks_, verdicts_));
    EXPECT_EQ(verdicts_[0].notes.size(), 1U);
    return verdicts_[0].notes.at(0);
  }

  os::TempDir dir_ = os::TempDir::make().value();
  std::vector<Check> checks_ = std::vector<Check>(1);
  std::vector<Verdict> verdicts_ = std::vector<Verdict>(1);
};

TEST_F(KeepRawReportsTest, WritesEachFindingsReport) {
  (void)note_of(dir_.path() / "build/reports");
  EXPECT_EQ(os::read_file("build/reports/tsan-1.txt").value_or(""), "WARNING: ThreadSanitizer: data race");
}

TEST_F(KeepRawReportsTest, RemovesWhatAnEarlierGradingLeft) {
  ASSERT_TRUE(os::write_file(dir_.path() / "build/reports/asan-1.txt", "of another submission"));
  (void)note_of(dir_.path() / "build/reports");
  EXPECT_FALSE(fs::exists(dir_.path() / "build/reports/asan-1.txt"));
}

TEST_F(KeepRawReportsTest, SaysWhereAsSeenFromTheCurrentFolder) {
  EXPECT_EQ(note_of(fs::canonical(dir_.path()) / "build/reports"),
            "The tool's own report, whole: build/reports/tsan-*.txt");
}

TEST_F(KeepRawReportsTest, NamesAFolderElsewhereWhole) {
  const os::TempDir elsewhere = os::TempDir::make().value();
  EXPECT_EQ(note_of(elsewhere.path()), "The tool's own report, whole: " + (elsewhere.path() / "tsan-*.txt").string());
}

/// Inside GitHub Actions, as far as the environment tells.
class WorkflowReportsTest : public testing::Test {
 protected:
  WorkflowReportsTest() {
    setenv("GITHUB_ACTIONS", "true", 1);
    setenv("GITHUB_STEP_SUMMARY", summary_.c_str(), 1);
    grade_.lab = "01-tiny";
  }
  ~WorkflowReportsTest() override {
    unsetenv("GITHUB_ACTIONS");
    unsetenv("GITHUB_STEP_SUMMARY");
  }

  /// What is printed while the reports are written.
  std::string printed() {
    testing::internal::CaptureStdout();
    const auto written = write_reports(grade_, {});
    EXPECT_TRUE(written) << written.error().message;
    return testing::internal::GetCapturedStdout();
  }

  os::TempDir dir_ = os::TempDir::make().value();
  fs::path summary_ = dir_.path() / "summary.md";
  report::GradeReport grade_;
};

TEST_F(WorkflowReportsTest, AreWrittenInsideAWorkflow) {
  EXPECT_NE(printed().find("::notice"), std::string::npos);
  EXPECT_NE(os::read_file(summary_).value_or("").find("01-tiny"), std::string::npos);
}

TEST_F(WorkflowReportsTest, AreNotWrittenElsewhere) {
  unsetenv("GITHUB_ACTIONS");
  EXPECT_EQ(printed(), "");
  EXPECT_FALSE(fs::exists(summary_));
}

TEST_F(WorkflowReportsTest, ThatCannotBeWrittenAreTheMachinesFault) {
  setenv("GITHUB_STEP_SUMMARY", "/no/such/folder/summary.md", 1);
  testing::internal::CaptureStdout();
  const auto written = write_reports(grade_, {});
  (void)testing::internal::GetCapturedStdout();
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().fault, Fault::kMachine);
  EXPECT_NE(written.error().message.find("/no/such/folder"), std::string::npos);
}

TEST(WriteUnfinishedTest, OnlyAFormatThatGrowsIsWrittenWithTheVerdictsSoFar) {
  const os::TempDir dir = os::TempDir::make().value();
  const std::string gradescope = dir.path() / "gradescope";
  const std::string junit = dir.path() / "junit";
  const std::array argv{"./lab", "grade", "01", "--gradescope", gradescope.c_str(), "--junit", junit.c_str()};
  const auto asked = std::get<CommandLine>(parse(static_cast<int>(argv.size()), argv.data()).value());
  const auto& requested = std::any_cast<const GradeOptions&>(asked.options).reports;
  Manifest manifest;
  manifest.checks.resize(2);
  manifest.checks[0].points = 5;
  manifest.checks[1].points = 7;
  Verdict passed;
  passed.outcome = Outcome::kPass;
  passed.fraction = 1;
  ASSERT_TRUE(write_unfinished(manifest, std::vector{passed}, {}, requested));
  const std::string text = os::read_file(gradescope).value();
  EXPECT_NE(text.find("\"score\": 5,"), std::string::npos) << text;
  EXPECT_NE(text.find("has not ended"), std::string::npos);
  EXPECT_FALSE(fs::exists(junit));
}

}  // namespace
}  // namespace lockstep::cli
