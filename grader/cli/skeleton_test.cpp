#include "cli/skeleton.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "cli/run_diff.h"
#include "manifest/labs.h"
#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

/// A lab of two files that was handed out, and the learner's changes to it.
class SkeletonTest : public testing::Test {
 protected:
  SkeletonTest() {
    manifest_.dir = dir_.path() / "labs/20-topic";
    manifest_.id = "20";
    manifest_.name = "20-topic";
    manifest_.submit = {"b.cpp", "a.cpp"};
    write("a.cpp", "one\ntwo\n");
    write("b.cpp", "one\n");
    EXPECT_TRUE(hand_out(manifest_));
  }

  void write(const std::string& name, const std::string& text) const {
    EXPECT_TRUE(os::write_file(manifest_.dir / name, text));
  }
  std::string diff() const { return unified_diff(handed_out(manifest_).value(), "labs/20-topic", {}).value(); }

  os::TempDir dir_ = os::TempDir::make().value();
  Manifest manifest_;
};

TEST_F(SkeletonTest, IsWhatWasHandedOutWhateverBecameOfIt) {
  write("a.cpp", "mine\n");
  fs::remove(manifest_.dir / "b.cpp");
  const auto files = handed_out(manifest_).value();
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files[0].name, "b.cpp") << "in the order of submit";
  EXPECT_EQ(files[0].original, "one\n");
  EXPECT_EQ(files[0].now, std::nullopt);
  EXPECT_TRUE(files[0].is_changed());
  EXPECT_EQ(files[1].original, "one\ntwo\n");
  EXPECT_EQ(files[1].now, "mine\n");
  EXPECT_TRUE(files[1].is_changed());
}

TEST_F(SkeletonTest, AnEmptyFileIsNoMissingOne) {
  write("a.cpp", "");
  EXPECT_EQ(handed_out(manifest_).value()[1].now, "");
}

TEST_F(SkeletonTest, ALabWithoutItIsAnErrorThatNamesTheFileAndSaysWhatToDo) {
  fs::remove(manifest_.dir / kOriginal / "a.cpp");
  const auto files = handed_out(manifest_);
  ASSERT_FALSE(files);
  EXPECT_EQ(files.error().fault, Fault::kInput);
  EXPECT_NE(files.error().message.find("original/a.cpp is not there"), std::string::npos) << files.error().message;
  EXPECT_NE(files.error().message.find("./lab reset 20 --hand-out"), std::string::npos) << files.error().message;
}

TEST_F(SkeletonTest, ABackupHasTheChangedFilesAndNoOthers) {
  write("a.cpp", "mine\n");
  const auto folder = back_up(dir_.path() / "build", manifest_, handed_out(manifest_).value());
  ASSERT_TRUE(folder) << folder.error().message;
  EXPECT_EQ(folder->parent_path(), dir_.path() / "build/backups/20-topic");
  EXPECT_EQ(os::read_file(*folder / "a.cpp").value(), "mine\n");
  EXPECT_FALSE(fs::exists(*folder / "b.cpp"));
}

TEST_F(SkeletonTest, EachBackupHasAFolderOfItsOwnAlsoWithinASecond) {
  write("a.cpp", "mine\n");
  const auto files = handed_out(manifest_).value();
  const auto first = back_up(dir_.path(), manifest_, files);
  const auto second = back_up(dir_.path(), manifest_, files);
  ASSERT_TRUE(first && second);
  EXPECT_NE(*first, *second);
}

TEST_F(SkeletonTest, TheDiffIsEmptyWhereNothingChanged) { EXPECT_EQ(diff(), ""); }

TEST_F(SkeletonTest, TheDiffShowsEachChangedFileByItsPlaceInTheRepository) {
  write("a.cpp", "one\nthree\n");
  EXPECT_EQ(diff(), "--- a/labs/20-topic/a.cpp\n+++ b/labs/20-topic/a.cpp\n@@ -1,2 +1,2 @@\n one\n-two\n+three\n");
}

TEST_F(SkeletonTest, TheDiffShowsAFileThatIsGone) {
  fs::remove(manifest_.dir / "b.cpp");
  EXPECT_EQ(diff(), "--- a/labs/20-topic/b.cpp\n+++ /dev/null\n@@ -1 +0,0 @@\n-one\n");
}

TEST_F(SkeletonTest, ADiffForATerminalIsColouredAndHoldsNoCommandsForIt) {
  EXPECT_EQ(coloured_diff("--- a\n+++ b\n@@ -1 +1 @@\n same\n-old\n+new \x1b[2J\n"),
            "\x1b[1m--- a\x1b[0m\n\x1b[1m+++ b\x1b[0m\n\x1b[36m@@ -1 +1 @@\x1b[0m\n same\n\x1b[31m-old\x1b[0m\n"
            "\x1b[32m+new \xEF\xBF\xBD[2J\x1b[0m\n");
}

// In the kit itself, where nobody works on the labs, each is as it is handed out.
TEST(HandedOutLabsTest, KeepTheirFilesAsTheyAre) {
  const auto labs = list_labs(LOCKSTEP_SOURCE_DIR);
  ASSERT_TRUE(labs);
  for (const auto& dir : *labs) {
    const auto manifest = read_manifest(dir);
    ASSERT_TRUE(manifest) << manifest.error().message;
    const auto files = handed_out(*manifest);
    ASSERT_TRUE(files) << files.error().message;
    for (const HandedOut& file : *files) {
      EXPECT_FALSE(file.is_changed()) << manifest->name << "/" << file.name << ": ./lab reset " << manifest->id
                                      << " --hand-out";
    }
  }
}

}  // namespace
}  // namespace lockstep::cli
