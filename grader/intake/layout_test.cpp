#include "intake/layout.h"

#include <gtest/gtest.h>

namespace lockstep::intake {
namespace {

TEST(LayoutTest, MoodlesFoldersGiveNumberAndName) {
  for (const char* folder : {"Ada Lovelace_12345_assignsubmission_file", "Ada Lovelace_12345_assignsubmission_file_",
                             "Ada_Lovelace_12345_assignsubmission_file"}) {
    const Owner owner = owner_of_folder(folder);
    EXPECT_EQ(owner.learner, "12345") << folder;
    EXPECT_EQ(owner.name, "Ada Lovelace") << folder;
  }
  EXPECT_EQ(owner_of_folder("Participant_77_assignsubmission_file_").learner, "77");
}

TEST(LayoutTest, AMoodleNameMayLookLikeTheLayoutItself) {
  EXPECT_EQ(owner_of_folder("x_1_assignsubmission_file_2_assignsubmission_file_").learner, "2");
}

TEST(LayoutTest, AnyOtherFolderIsItsLearnersName) {
  EXPECT_EQ(owner_of_folder("ada").learner, "ada");
  EXPECT_EQ(owner_of_folder("ada.git").learner, "ada");
  EXPECT_EQ(owner_of_folder("team_1_2_x").learner, "team_1_2_x");
}

TEST(LayoutTest, MoodlesFlatFilesGiveTheLearnersOwnNameOfTheFile) {
  const std::string name = "Ada Lovelace_12345_assignsubmission_file_two_lock_queue.h";
  EXPECT_EQ(layout_of_files({name}), Layout::kMoodle);
  const auto owner = owner_of_file(name, Layout::kMoodle);
  ASSERT_TRUE(owner);
  EXPECT_EQ(owner->learner, "12345");
  EXPECT_EQ(owner->file, "two_lock_queue.h");
}

TEST(LayoutTest, CanvasFilesGiveTheUsersNumber) {
  const std::vector<std::string> names{"lovelaceada_12345_67890_queue.h", "hoppergrace_LATE_222_67891_lab_04.zip",
                                       "anon_xYz1_333_queue.h", "LATE_anon_Q2_334_queue.h"};
  EXPECT_EQ(layout_of_files(names), Layout::kCanvas);
  const auto owner = [&](std::size_t i) { return owner_of_file(names[i], Layout::kCanvas).value(); };
  EXPECT_EQ(owner(0).learner, "12345");
  EXPECT_EQ(owner(0).name, "lovelaceada");
  EXPECT_EQ(owner(0).file, "queue.h");
  EXPECT_EQ(owner(1).learner, "222");
  EXPECT_EQ(owner(1).name, "hoppergrace");
  EXPECT_EQ(owner(1).file, "lab_04.zip");
  EXPECT_EQ(owner(2).learner, "anon_xYz1");
  EXPECT_EQ(owner(3).learner, "anon_Q2");
  EXPECT_EQ(owner(3).file, "queue.h");
}

TEST(LayoutTest, NamesThatOnlyLookLikeCanvasAreLearnersNames) {
  const std::vector<std::string> names{"hw_1_2_ada.zip", "hw_1_2_bob.zip"};
  const Layout layout = layout_of_files(names);
  EXPECT_EQ(layout, Layout::kPlain);
  EXPECT_EQ(owner_of_file(names[0], layout)->learner, "hw_1_2_ada");
  EXPECT_EQ(layout_of_files({"lovelaceada_12345_67890_queue.h", "bob.zip"}), Layout::kPlain);
}

TEST(LayoutTest, APlainArchiveIsNamedByItsLearnerAndAnyOtherFileIsNone) {
  EXPECT_EQ(owner_of_file("ada.tar.gz", Layout::kPlain)->learner, "ada");
  EXPECT_EQ(owner_of_file("ada.ZIP", Layout::kPlain)->learner, "ada");
  EXPECT_FALSE(owner_of_file("notes.txt", Layout::kPlain));
}

TEST(LayoutTest, ANumberBeforeTheEndingIsThatOfAnotherHandIn) {
  const auto numbered = without_number("two-lock-queue-12.h");
  ASSERT_TRUE(numbered);
  EXPECT_EQ(numbered->name, "two-lock-queue.h");
  EXPECT_EQ(numbered->number, 12);
  for (const char* file : {"queue.h", "queue-.h", "queue-x1.h", "queue-1", "queue-1x.h", "queue-0.h"}) {
    EXPECT_FALSE(without_number(file)) << file;
  }
}

}  // namespace
}  // namespace lockstep::intake
