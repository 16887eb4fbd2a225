// ./lab solution as a learner starts it.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "cli/end_to_end.h"
#include "cli/record.h"
#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

class SolutionTest : public EndToEnd {
 protected:
  void SetUp() override {
    EXPECT_TRUE(os::write_file(solutions() / "01-tiny/tiny.cpp", kSolution));
    reach(20);
  }
  void TearDown() override {
    fs::remove_all(solutions());
    fs::remove(root() / "build/record.json");
  }

  static fs::path solutions() { return root() / "solutions"; }
  static void reach(double points) {
    EXPECT_TRUE(Record::update(root() / "build", "01-tiny", [&](LabRecord& lab) {
      lab.points = points;
      lab.max_points = 20;
    }));
  }

  static constexpr const char* kSolution = "int next(int x) { return x + 1; }\n";
};

TEST_F(SolutionTest, IsShownAfterAllPoints) {
  const process::Run run = lab({"solution", "01"});
  EXPECT_EQ(status(run), 0) << run.errors;
  EXPECT_EQ(run.output, kSolution);
  EXPECT_EQ(run.errors, "");
}

TEST_F(SolutionTest, IsNotShownBeforeAndSaysWhatThereIsInstead) {
  reach(12.5);
  const process::Run run = lab({"solution", "01"});
  EXPECT_EQ(status(run), 2);
  EXPECT_EQ(run.output, "");
  for (const char* words : {"12.5 of 20 points so far", "./lab hint 01", "--insist"}) {
    EXPECT_NE(run.errors.find(words), std::string::npos) << run.errors;
  }
}

TEST_F(SolutionTest, IsNotShownOfALabThatWasNeverGraded) {
  fs::remove(root() / "build/record.json");
  const process::Run run = lab({"solution", "01"});
  EXPECT_EQ(status(run), 2);
  EXPECT_NE(run.errors.find("not graded yet"), std::string::npos) << run.errors;
}

TEST_F(SolutionTest, IsShownToALearnerThatInsistsAfterSayingWhatIsLost) {
  reach(12.5);
  const process::Run run = lab({"solution", "01", "--insist"});
  EXPECT_EQ(status(run), 0);
  EXPECT_EQ(run.output, kSolution);
  EXPECT_NE(run.errors.find("12.5 of 20 points so far"), std::string::npos) << run.errors;
}

TEST_F(SolutionTest, IsNotInACopyForAClass) {
  fs::remove_all(solutions());
  const process::Run run = lab({"solution", "01", "--insist"});
  EXPECT_EQ(status(run), 2);
  EXPECT_NE(run.errors.find("there is no solution of 01-tiny in this copy"), std::string::npos) << run.errors;
}

TEST_F(SolutionTest, RefusesAFileThatItLacksAndNamesThoseThatItHas) {
  const process::Run run = lab({"solution", "01", "tiny.h"});
  EXPECT_EQ(status(run), 2);
  EXPECT_NE(run.errors.find("\"tiny.h\"; accepted: one of tiny.cpp"), std::string::npos) << run.errors;
}

TEST_F(SolutionTest, IsWrittenIntoAFolderAndOverNothingThatDiffers) {
  const os::TempDir out = os::TempDir::make(root()).value();
  const fs::path file = out.path() / "new/tiny.cpp";
  const process::Run run = lab({"solution", "01", "--out", file.parent_path()});
  EXPECT_EQ(status(run), 0) << run.errors;
  EXPECT_EQ(os::read_file(file).value(), kSolution);
  EXPECT_EQ(run.output.find("int next"), std::string::npos) << run.output;

  ASSERT_TRUE(os::write_file(file, "mine\n"));
  EXPECT_EQ(status(lab({"solution", "01", "--out", file.parent_path()})), 2);
  EXPECT_EQ(os::read_file(file).value(), "mine\n");
  EXPECT_EQ(status(lab({"solution", "01", "--out", file.parent_path(), "--overwrite"})), 0);
  EXPECT_EQ(os::read_file(file).value(), kSolution);
}

}  // namespace
}  // namespace lockstep::cli
