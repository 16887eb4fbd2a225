#include "build/staging.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdio>
#include <thread>

#include "build/submitted.h"
#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::build {
namespace {

namespace fs = std::filesystem;

class StagingTest : public testing::Test {
 protected:
  void SetUp() override {
    write(dir() / "lab/CMakeLists.txt", "project(lab)");
    write(dir() / "lab/queue.cpp", "skeleton");
    write(dir() / "lab/tests/queue_test.cpp", "test");
    write(dir() / "lab/build/junk", "junk");
    write(dir() / "mine/queue.cpp", "mine");
    write(dir() / "mine/tests/queue_test.cpp", "forged test");
    manifest_.dir = dir() / "lab";
    manifest_.submit = {"queue.cpp"};
  }

  [[nodiscard]] fs::path dir() const { return dir_.path(); }
  [[nodiscard]] fs::path staged() const { return dir() / "staged"; }
  static void write(const fs::path& file, std::string_view text) { ASSERT_TRUE(os::write_file(file, text)); }
  Result<void> stage_mine() { return stage(manifest_, {{dir() / "mine"}}, {}, staged()); }

  /// \return what the error says; empty when there is none
  std::string refusal() {
    const auto result = stage_mine();
    if (result) return "";
    EXPECT_EQ(result.error().fault, Fault::kInput);
    return result.error().message;
  }

  os::TempDir dir_ = os::TempDir::make().value();
  Manifest manifest_;
};

TEST_F(StagingTest, TakesFromASubmissionOnlyWhatTheManifestNames) {
  ASSERT_TRUE(stage_mine());
  EXPECT_EQ(os::read_file(staged() / "queue.cpp"), "mine");
  EXPECT_EQ(os::read_file(staged() / "tests/queue_test.cpp"), "test");
  EXPECT_EQ(os::read_file(staged() / "CMakeLists.txt"), "project(lab)");
  EXPECT_FALSE(fs::exists(staged() / "build"));
}

TEST_F(StagingTest, TakesAFileFromTheFirstFolderThatHasIt) {
  write(dir() / "mutant/other.cpp", "");
  ASSERT_TRUE(stage(manifest_, {{dir() / "mutant", dir() / "mine"}}, {}, staged()));
  EXPECT_EQ(os::read_file(staged() / "queue.cpp"), "mine");
}

TEST_F(StagingTest, LeavesAFileAloneThatIsAsItShouldBe) {
  ASSERT_TRUE(stage_mine());
  const auto before = fs::file_time_type::clock::now() - std::chrono::hours(1);
  fs::last_write_time(staged() / "queue.cpp", before);
  fs::last_write_time(staged() / "tests/queue_test.cpp", before);
  write(dir() / "mine/queue.cpp", "changed");
  ASSERT_TRUE(stage_mine());
  EXPECT_GT(fs::last_write_time(staged() / "queue.cpp"), before);
  EXPECT_EQ(fs::last_write_time(staged() / "tests/queue_test.cpp"), before);
}

TEST_F(StagingTest, RemovesWhatShouldNotBeThere) {
  write(staged() / "gtest/gtest.h", "// a header that would be found first");
  ASSERT_TRUE(stage_mine());
  EXPECT_FALSE(fs::exists(staged() / "gtest/gtest.h"));
}

TEST_F(StagingTest, HiddenTestsAreThereOnlyWhenTheyAreWanted) {
  write(dir() / "hidden/CMakeLists.txt", "add_executable()");
  write(dir() / "hidden/queue_hidden.cpp", "hidden test");
  ASSERT_TRUE(stage(manifest_, {{dir() / "mine"}}, dir() / "hidden", staged()));
  EXPECT_EQ(os::read_file(staged() / "hidden/queue_hidden.cpp"), "hidden test");
  EXPECT_EQ(os::read_file(staged() / "hidden/CMakeLists.txt"), "add_executable()");
  ASSERT_TRUE(stage_mine());
  EXPECT_FALSE(fs::exists(staged() / "hidden/queue_hidden.cpp"));
}

TEST_F(StagingTest, ASubmissionBringsNoHiddenTests) {
  write(dir() / "mine/hidden/queue_hidden.cpp", "forged test");
  write(dir() / "hidden/queue_hidden.cpp", "hidden test");
  ASSERT_TRUE(stage(manifest_, {{dir() / "mine"}}, dir() / "hidden", staged()));
  EXPECT_EQ(os::read_file(staged() / "hidden/queue_hidden.cpp"), "hidden test");
}

TEST_F(StagingTest, AppliesThePatchOfASubmission) {
  write(dir() / "mine/queue.cpp", "one\n");
  const auto change =
      read_patch("change.patch", "--- a/queue.cpp\n+++ b/queue.cpp\n@@ -1 +1 @@\n-one\n+two\n", manifest_.submit);
  ASSERT_TRUE(change);
  ASSERT_TRUE(stage(manifest_, {.dirs = {dir() / "mine"}, .change = *change}, {}, staged()));
  EXPECT_EQ(os::read_file(staged() / "queue.cpp"), "two\n");
  EXPECT_EQ(os::read_file(dir() / "mine/queue.cpp"), "one\n");
}

TEST_F(StagingTest, RefusesAPatchThatDoesNotApply) {
  const auto change =
      read_patch("change.patch", "--- a/queue.cpp\n+++ b/queue.cpp\n@@ -1 +1 @@\n-one\n+two\n", manifest_.submit);
  ASSERT_TRUE(change);
  const auto staged_mine = stage(manifest_, {.dirs = {dir() / "mine"}, .change = *change}, {}, staged());
  ASSERT_FALSE(staged_mine);
  EXPECT_EQ(staged_mine.error().fault, Fault::kInput);
  EXPECT_NE(staged_mine.error().message.find("change.patch:3: hunk 1 of queue.cpp does not apply"), std::string::npos)
      << staged_mine.error().message;
}

TEST_F(StagingTest, RefusesAMissingFile) {
  fs::remove(dir() / "mine/queue.cpp");
  EXPECT_NE(refusal().find("queue.cpp is missing"), std::string::npos);
}

TEST_F(StagingTest, RefusesALink) {
  fs::remove(dir() / "mine/queue.cpp");
  fs::create_symlink("/etc/passwd", dir() / "mine/queue.cpp");
  EXPECT_NE(refusal().find("symbolic link"), std::string::npos);
}

TEST_F(StagingTest, RefusesALinkOnTheWay) {
  manifest_.submit = {"src/queue.cpp"};
  fs::create_directory_symlink(dir() / "mine", dir() / "mine/src");
  EXPECT_NE(refusal().find("symbolic link"), std::string::npos);
}

/// The folder still belongs to its author while the grader, perhaps as root, reads it.
TEST_F(StagingTest, ALinkPutInPlaceOfAFileMeanwhileIsNeverRead) {
  write(dir() / "secret", "secret");
  manifest_.submit = {"src/queue.cpp"};
  write(dir() / "mine/src/queue.cpp", "mine");
  write(dir() / "elsewhere/queue.cpp", "secret");
  const auto exchange = [](const fs::path& one, const fs::path& other) {
    renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE);
  };
  fs::create_symlink(dir() / "secret", dir() / "mine/link");
  fs::create_directory_symlink(dir() / "elsewhere", dir() / "mine/folder_link");
  std::jthread swaps([&](const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      exchange(dir() / "mine/src/queue.cpp", dir() / "mine/link");
      exchange(dir() / "mine/src/queue.cpp", dir() / "mine/link");
      exchange(dir() / "mine/src", dir() / "mine/folder_link");
      exchange(dir() / "mine/src", dir() / "mine/folder_link");
    }
  });
  int staged_files = 0;
  for (int i = 0; i < 3000; ++i) {
    if (!stage_mine()) continue;
    ++staged_files;
    ASSERT_EQ(os::read_file(staged() / "src/queue.cpp"), "mine");
  }
  EXPECT_GT(staged_files, 0) << "the file was there much of the time";
}

TEST_F(StagingTest, RefusesWhatIsNoFile) {
  fs::remove(dir() / "mine/queue.cpp");
  ASSERT_EQ(mkfifo((dir() / "mine/queue.cpp").c_str(), 0600), 0);
  EXPECT_NE(refusal().find("no regular file"), std::string::npos);
  fs::remove(dir() / "mine/queue.cpp");
  fs::create_directory(dir() / "mine/queue.cpp");
  EXPECT_NE(refusal().find("no regular file"), std::string::npos);
}

TEST_F(StagingTest, RefusesAFileThatIsTooLarge) {
  write(dir() / "mine/queue.cpp", std::string(kLargestFile + 1, ' '));
  EXPECT_NE(refusal().find("too large"), std::string::npos);
}

}  // namespace
}  // namespace lockstep::build
