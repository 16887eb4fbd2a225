#include "cli/reports.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

/// A grade with a finding that has a raw report; the current folder is one of its own.
class KeepRawReportsTest : public testing::Test {
 protected:
  KeepRawReportsTest() {
    fs::current_path(dir_.path());
    grade_.lab = "01-tiny";
    CheckScore check;
    check.id = "tsan";
    check.verdict.findings.emplace_back().raw = "WARNING: ThreadSanitizer: data race";
    grade_.score.checks.push_back(check);
  }
  ~KeepRawReportsTest() override { fs::current_path("/"); }

  /// The note that was added.
  std::string note_of(const fs::path& dir) {
    EXPECT_TRUE(keep_raw_reports(dir, grade_));
    EXPECT_EQ(grade_.score.checks[0].verdict.notes.size(), 1U);
    return grade_.score.checks[0].verdict.notes.at(0);
  }

  os::TempDir dir_ = os::TempDir::make().value();
  report::GradeReport grade_;
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

}  // namespace
}  // namespace lockstep::cli
