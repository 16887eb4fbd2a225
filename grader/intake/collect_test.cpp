#include "intake/collect.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "intake/digest.h"
#include "intake/temporary_archive.h"
#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::intake {
namespace {

namespace fs = std::filesystem;

class CollectTest : public testing::Test {
 protected:
  void write(const std::string& file, const std::string& text) {
    ASSERT_TRUE(os::write_file(dir_.path() / file, text)) << file;
  }

  Collected collect() const {
    const Collecting how{.asked = {.lab = "01-tiny", .submit = {"a.cpp"}},
                         .left_out = {"gradebook.sqlite"},
                         .backend = process::SandboxBackend::kNone};
    auto collected = intake::collect(dir_.path(), how);
    EXPECT_TRUE(collected) << collected.error().message;
    return collected ? *collected : Collected{};
  }

  /// "learner name text", a line for each submission, then "source: why" for all else.
  std::string text() const {
    std::string text;
    const Collected collected = collect();
    for (const Submitted& each : collected.submissions) {
      text += each.learner + " (" + each.name + ") " + each.files.at("a.cpp") + "\n";
    }
    for (const NotUnderstood& each : collected.others) text += each.source + ": " + each.why + "\n";
    return text;
  }

  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_F(CollectTest, AFolderOrAnArchiveIsALearners) {
  write("ada/a.cpp", "1");
  write("bob/labs/01-tiny/a.cpp", "2");
  write_archive(dir_.path() / "cy.zip", {{"01-tiny/a.cpp", "3"}});
  write_archive(dir_.path() / "dee.tar.gz", {{"deep/er/a.cpp", "4"}});
  EXPECT_EQ(text(), "ada (ada) 1\nbob (bob) 2\ncy (cy) 3\ndee (dee) 4\n");
}

TEST_F(CollectTest, OneThatIsNotUnderstoodDoesNotEndTheOthers) {
  write("ada/b.cpp", "1");
  write("bob/a.cpp", "2");
  write("cy.zip", "no archive");
  write("notes.txt", "hello");
  write_archive(dir_.path() / "eve.tar", {{"a.cpp", "x"}, {"/etc/cron.d/mine", "x"}});
  const Collected collected = collect();
  ASSERT_EQ(collected.submissions.size(), 1u);
  EXPECT_EQ(collected.submissions[0].learner, "bob");
  ASSERT_EQ(collected.others.size(), 4u);
  EXPECT_EQ(collected.others[0].source, "ada");
  EXPECT_EQ(collected.others[0].why, "lacks a.cpp; found b.cpp");
  EXPECT_EQ(collected.others[1].source, "cy.zip");
  EXPECT_EQ(collected.others[2].source, "eve.tar");
  EXPECT_EQ(collected.others[2].why, "has an absolute path: /etc/cron.d/mine");
  EXPECT_EQ(collected.others[3].source, "notes.txt");
}

TEST_F(CollectTest, MoodlesFoldersMayHoldAnArchive) {
  write("Ada L_11_assignsubmission_file/a.cpp", "1");
  fs::create_directories(dir_.path() / "Bob B_12_assignsubmission_file_");
  write_archive(dir_.path() / "Bob B_12_assignsubmission_file_/my lab.zip", {{"a.cpp", "2"}});
  write("Cy C_13_assignsubmission_onlinetext/onlinetext.html", "<p>");
  EXPECT_EQ(text(),
            "11 (Ada L) 1\n12 (Bob B) 2\n"
            "Cy C_13_assignsubmission_onlinetext: lacks a.cpp; found onlinetext.html\n");
}

TEST_F(CollectTest, AFileOfMoodlesFlatFormIsALearners) {
  write("Ada L_11_assignsubmission_file_a.cpp", "1");
  write("Ada L_11_assignsubmission_file_notes.md", "n");
  write("Bob B_12_assignsubmission_file_b.cpp", "2");
  EXPECT_EQ(text(), "11 (Ada L) 1\nBob B_12_assignsubmission_file_b.cpp: lacks a.cpp; found b.cpp\n");
}

TEST_F(CollectTest, CanvasFilesOfOneLearnerAreOneSubmissionAndTheLastHandInCounts) {
  write("adal_11_501_a.cpp", "1");
  write("adal_11_502_a-1.cpp", "2");
  write("adal_11_503_a-10.cpp", "3");
  write("adal_11_504_notes.txt", "n");
  write_archive(dir_.path() / "bobb_LATE_12_505_lab.zip", {{"a.cpp", "4"}});
  EXPECT_EQ(text(), "12 (bobb) 4\n11 (adal) 3\n");
}

TEST_F(CollectTest, LeavesOutTheGradebookAndWhatIsHidden) {
  write("gradebook.sqlite", "");
  write("gradebook.sqlite-wal", "");
  write("gradebook.sqlite.work/x/a.cpp", "");
  write(".DS_Store", "");
  EXPECT_EQ(text(), "");
}

TEST_F(CollectTest, FollowsNoLinkInAFolderAndTakesOnlyRegularFiles) {
  ASSERT_TRUE(os::write_file(dir_.path() / "ada/secret", "s"));
  fs::create_symlink("secret", dir_.path() / "ada/a.cpp");
  fs::create_directories(dir_.path() / "bob");
  ASSERT_EQ(mkfifo((dir_.path() / "bob/a.cpp").c_str(), 0600), 0);
  const Collected collected = collect();
  EXPECT_TRUE(collected.submissions.empty());
  ASSERT_EQ(collected.others.size(), 2u);
  EXPECT_EQ(collected.others[0].why, "a.cpp is a link; a regular file is accepted");
  EXPECT_NE(collected.others[1].why.find("is no regular file"), std::string::npos) << collected.others[1].why;
}

TEST_F(CollectTest, TheSameFilesHaveTheSameContent) {
  write("ada/a.cpp", "1");
  write("bob/labs/01-tiny/a.cpp", "1");
  write("bob/extra.txt", "this is not asked for");
  write("cy/a.cpp", "2");
  const Collected collected = collect();
  ASSERT_EQ(collected.submissions.size(), 3u);
  EXPECT_EQ(collected.submissions[0].content, collected.submissions[1].content);
  EXPECT_NE(collected.submissions[0].content, collected.submissions[2].content);
  EXPECT_EQ(collected.submissions[0].content, digest(collected.submissions[0].files));
}

TEST_F(CollectTest, AFolderThatIsNotThereIsTheUsersError) {
  const auto collected = intake::collect(dir_.path() / "none", {});
  ASSERT_FALSE(collected);
  EXPECT_EQ(collected.error().fault, Fault::kInput);
}

}  // namespace
}  // namespace lockstep::intake
