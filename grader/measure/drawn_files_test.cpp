#include "measure/drawn_files.h"

#include <gtest/gtest.h>

#include "os/file.h"
#include "os/temp_dir.h"
#include "process/sandbox.h"

namespace lockstep::measure {
namespace {

class DrawnFilesTest : public testing::Test {
 protected:
  /// Runs a shell script in place of a program that draws a.pgm and b.csv.
  Answer<std::vector<std::string>> draw(const std::string& script) {
    const auto program = dir_.path() / "draw";
    EXPECT_TRUE(os::write_file(program, "#!/bin/sh\n" + script));
    for (const auto& readable : {dir_.path(), program}) {
      std::filesystem::permissions(readable, std::filesystem::perms(0755));  // the program has another user id
    }
    const build::Programs programs{dir_.path()};
    return drawn_files({.program = "draw", .pictures = {{"A", "a.pgm"}, {"B", "b.csv"}}},
                       {.programs = programs,
                        .limits = {},
                        .backend = process::select_backend().backend,
                        .stop = {},
                        .progress = [](std::string_view) {}});
  }

  std::string refusal(const std::string& script) {
    const auto files = draw(script);
    if (files) return "";
    EXPECT_EQ(files.error().owner, Owner::kLearner);
    return sentence(files.error());
  }

  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_F(DrawnFilesTest, GivesWhatEachFileHolds) {
  const auto files = draw("printf 'one\\n' > a.pgm; printf two > b.csv; echo more > c.csv");
  ASSERT_TRUE(files) << sentence(files.error());
  EXPECT_EQ(*files, (std::vector<std::string>{"one\n", "two"}));
}

TEST_F(DrawnFilesTest, AFileThatIsMissingIsNamed) {
  EXPECT_NE(refusal("echo one > a.pgm").find("wrote no b.csv"), std::string::npos);
}

TEST_F(DrawnFilesTest, AProgramThatFailsIsTheLearners) {
  EXPECT_NE(refusal("echo one > a.pgm; echo two > b.csv; echo 'blur is not written yet' >&2; exit 3")
                .find("blur is not written yet"),
            std::string::npos);
}

TEST_F(DrawnFilesTest, NoLinkLeadsOutOfTheFolder) {
  EXPECT_NE(refusal("echo two > b.csv; ln -s /etc/passwd a.pgm").find("a.pgm"), std::string::npos);
}

TEST_F(DrawnFilesTest, AFileThatIsTooLargeIsNotRead) {
  EXPECT_NE(refusal("echo two > b.csv; truncate -s 17M a.pgm").find("a.pgm"), std::string::npos);
}

}  // namespace
}  // namespace lockstep::measure
