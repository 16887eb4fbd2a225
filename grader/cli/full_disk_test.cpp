// A disk that is full below the build folder: the machine's fault, said as such; it costs nobody a point.

#include <fmt/core.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "cli/end_to_end.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

class FullDiskTest : public EndToEnd {
 protected:
  void SetUp() override {
    std::vector<std::string> probe = alone();
    probe.insert(probe.end(), {"mount", "-t", "tmpfs", "tmpfs", submission_.path()});
    if (const auto mounted = run(probe, environment()); status(mounted) != 0) {
      GTEST_SKIP() << "no small disk can be mounted here, neither as root nor in a user namespace: " << mounted.errors;
    }
    ASSERT_TRUE(os::write_file(submission_.path() / "tiny.cpp", "// changed\n" + code_));
  }

  /// Grades right code, of which nothing is compiled yet, with so much room left for what is built.
  void grade_with_left(int kilobytes, const fs::path& build_dir) {
    std::vector<std::string> argv = alone();
    argv.insert(argv.end(), {test_data() / "with_full_disk.sh", build_dir, std::to_string(kilobytes), LOCKSTEP_GRADER,
                             "grade", "01", "--from", submission_.path()});
    run_ = run(argv, environment({{"LOCKSTEP_BUILD_DIR", build_dir}}));
    EXPECT_TRUE(run_.output.ends_with("{\"01-tiny\": {\"points\": 7, \"max_points\": 20, \"hints\": 1}}\n"))
        << run_.output;
  }

  void expect_said(const fs::path& build_dir) const {
    EXPECT_EQ(status(run_), 3) << run_.output << run_.errors;
    EXPECT_NE(run_.errors.find("disk is full"), std::string::npos) << run_.errors;
    EXPECT_NE(run_.errors.find(build_dir.string()), std::string::npos) << run_.errors;
  }

  os::TempDir submission_ = submission("right");

 private:
  /// What starts a program in a mount namespace of its own.
  static std::vector<std::string> alone() {
    return geteuid() == 0 ? std::vector<std::string>{"unshare", "--mount"}
                          : std::vector<std::string>{"unshare", "--map-root-user", "--mount"};
  }

  std::string code_ = os::read_file(submission_.path() / "tiny.cpp").value();
};

TEST_F(FullDiskTest, IsSaidWhenNothingIsBuiltYet) {
  const os::TempDir empty = os::TempDir::make().value();
  fs::permissions(empty.path(), fs::perms(0755));
  for (const int kilobytes : {0, 100, 1000}) {
    SCOPED_TRACE(fmt::format("{} kB left", kilobytes));
    grade_with_left(kilobytes, empty.path());
    expect_said(empty.path());
  }
}

TEST_F(FullDiskTest, CostsNoPointsWhereverTheBuildRunsOutOfIt) {
  ASSERT_EQ(grade("right")["points"], 20) << "all but the submission is built now\n" << run_.errors;
  for (const int kilobytes : {0, 4, 8, 12, 16, 20, 24, 32, 48, 64}) {
    SCOPED_TRACE(fmt::format("{} kB left", kilobytes));
    grade_with_left(kilobytes, root() / "build");
    if (status(run_) != 0) expect_said(root() / "build");
  }
}

TEST_F(FullDiskTest, OutputThatCannotBeWrittenIsNoSuccess) {
  const std::vector<std::string> to_full{"sh", "-c", "exec \"$@\" >/dev/full", "sh", LOCKSTEP_GRADER};
  for (const auto& words :
       std::vector<std::vector<std::string>>{{}, {"grade", "01", "--json", "-", "--from", submission_.path()}}) {
    std::vector<std::string> argv = to_full;
    argv.insert(argv.end(), words.begin(), words.end());
    const process::Run ended = run(argv, environment());
    EXPECT_EQ(status(ended), 3) << ended.errors;
    EXPECT_NE(ended.errors.find("lab: cannot write to standard output: No space left on device"), std::string::npos)
        << ended.errors;
  }
}

}  // namespace
}  // namespace lockstep::cli
