#include "build/targets.h"

#include <gtest/gtest.h>

#include <vector>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::build {
namespace {

Targets targets() {
  return {.submit = {"a.cpp", "b.h"}, .programs = {"tiny_explored", "tiny_test"}, .libraries = {"submission"}};
}

Manifest manifest(std::vector<std::string> submit) {
  Manifest manifest;
  manifest.dir = "labs/01-tiny";
  manifest.submit = std::move(submit);
  return manifest;
}

TEST(TargetsTest, AreThoseThatCMakeWrote) {
  const os::TempDir dir = os::TempDir::make().value();
  ASSERT_TRUE(os::write_file(dir.path() / "lockstep-targets.txt",
                             "library submission\nsubmit a.cpp\nsubmit b.h\nprogram tiny_test\n"));
  const auto read = read_targets(dir.path());
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->submit, (std::set<std::string>{"a.cpp", "b.h"}));
  EXPECT_EQ(read->programs, std::set<std::string>{"tiny_test"});
  EXPECT_EQ(read->libraries, std::set<std::string>{"submission"});
}

TEST(TargetsTest, SubmitMayNameTheFilesInAnyOrder) {
  EXPECT_TRUE(check_lab_targets(manifest({"b.h", "a.cpp"}), {}, targets()));
}

TEST(TargetsTest, SubmitThatDiffersIsToldWithBothLists) {
  const auto checked = check_lab_targets(manifest({"a.cpp"}), {}, targets());
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().fault, Fault::kInput);
  EXPECT_EQ(checked.error().message,
            "labs/01-tiny/lab.toml: found submit = a.cpp, and in lockstep_lab(... SUBMIT) of CMakeLists.txt a.cpp, "
            "b.h; accepted: the same files in both");
}

TEST(TargetsTest, ProgramsThatAreThereAreAccepted) {
  const std::vector<std::string> programs{"all", "submission", "tiny_test"};
  EXPECT_TRUE(check_lab_targets(manifest({"a.cpp", "b.h"}), programs, targets()));
}

TEST(TargetsTest, AProgramThatIsNotThereIsToldWithThoseThatAre) {
  const std::vector<std::string> programs{"tiny_test", "tiny_tset"};
  const auto checked = check_lab_targets(manifest({"a.cpp", "b.h"}), programs, targets());
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().fault, Fault::kInput);
  EXPECT_EQ(checked.error().message,
            "labs/01-tiny/lab.toml: found program = tiny_tset; accepted: one that CMakeLists.txt beside it makes: "
            "tiny_explored, tiny_test");
}

TEST(TargetsTest, AHiddenProgramThatIsNotThereIsToldWithItsFile) {
  Manifest lab = manifest({"a.cpp", "b.h"});
  lab.hidden = "solutions/01-tiny/hidden";
  lab.checks.resize(2);
  lab.checks[0].settings = TestsCheck{.program = "tiny_own", .cases = {}};
  lab.checks[1].settings = TestsCheck{.program = "tiny_hidden", .cases = {}};
  lab.checks[1].hidden = true;
  const auto checked = check_hidden_targets(lab, targets());
  ASSERT_FALSE(checked);
  EXPECT_TRUE(checked.error().message.starts_with("solutions/01-tiny/hidden/checks.toml: found program = tiny_hidden;"))
      << checked.error().message;
}

}  // namespace
}  // namespace lockstep::build
