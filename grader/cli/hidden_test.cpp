// The instructor's hidden checks.

#include <gtest/gtest.h>

#include <filesystem>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "cli/end_to_end.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// Grades with hidden checks that the tiny lab has for the time of a test.
class HiddenTest : public EndToEnd {
 protected:
  HiddenTest() {
    fs::remove_all(root() / "solutions");  // of a run that was cut short
    fs::create_directories(hidden_dir().parent_path());
    fs::copy(test_data() / "tiny-hidden", hidden_dir());
  }
  ~HiddenTest() override { fs::remove_all(root() / "solutions"); }

  static fs::path hidden_dir() { return root() / "solutions/01-tiny/hidden"; }

  json grade_hidden(const std::string& file) {
    const os::TempDir dir = submission(file);
    run_ = lab({"grade", "01", "--hidden", "--json", "-", "--from", dir.path()});
    json grade = json::parse(run_.output, nullptr, false);
    EXPECT_FALSE(grade.is_discarded()) << run_.output << run_.errors;
    return grade;
  }
};

TEST_F(HiddenTest, CountBehindTheLabsOwn) {
  const json graded = grade_hidden("right");
  EXPECT_EQ(graded["points"], 25) << graded.dump(2);
  EXPECT_EQ(graded["max_points"], 25);
  EXPECT_EQ(graded["checks"].back()["id"], "hidden-explorer");
  EXPECT_EQ(status(run_), 0);
}

TEST_F(HiddenTest, CountForNothingUnlessTheyAreAskedFor) {
  const json graded = grade("right");
  EXPECT_EQ(graded["max_points"], 20) << graded.dump(2);
}

TEST_F(HiddenTest, FindWhatFitsTheLabsOwnTestsOnly) {
  const json graded = grade_hidden("fitted_to_the_tests");
  EXPECT_EQ(graded["points"], 22) << graded.dump(2);
  EXPECT_EQ(status(run_), 1);
  const json& finding = graded["checks"][3]["findings"][0];
  EXPECT_NE(finding["message"].get<std::string>().find("HiddenTinyTest.CountsFurther"), std::string::npos);
  EXPECT_EQ(finding["file"], "hidden/tiny_hidden.cpp") << finding.dump(2);
}

TEST_F(HiddenTest, PrintAReplayThatWorks) {
  const os::TempDir dir = submission("races");
  const json graded = json::parse(lab({"grade", "01", "--hidden", "--json", "-", "--from", dir.path()}).output);
  const json& finding = graded["checks"][4]["findings"][0];
  ASSERT_EQ(finding["kind"], "data-race") << graded.dump(2);
  std::istringstream command(finding["replay"].get<std::string>());
  std::vector<std::string> words{std::istream_iterator<std::string>(command), {}};
  ASSERT_EQ(words.front(), "./lab");
  words.erase(words.begin());
  words.insert(words.end(), {"--from", dir.path()});
  const process::Run replay = lab(words);
  EXPECT_EQ(status(replay), 1) << replay.output << replay.errors;
  EXPECT_NE(replay.output.find("tiny.cpp:9"), std::string::npos) << replay.output;
}

TEST_F(HiddenTest, AreRefusedWithTheLineOfAMistake) {
  const std::string text = os::read_file(hidden_dir() / "checks.toml").value();
  ASSERT_TRUE(os::write_file(hidden_dir() / "checks.toml", "titel = 3\n" + text));
  const process::Run run = lab({"grade", "01", "--hidden"});
  EXPECT_EQ(status(run), 2);
  EXPECT_NE(run.errors.find("checks.toml:1: found unknown key titel"), std::string::npos) << run.errors;
}

TEST_F(HiddenTest, AreMissedByNameWhereTheyAreNot) {
  fs::remove_all(hidden_dir());
  const process::Run run = lab({"grade", "01", "--hidden"});
  EXPECT_EQ(status(run), 2);
  EXPECT_NE(run.errors.find(hidden_dir().string()), std::string::npos) << run.errors;
  EXPECT_NE(run.errors.find("without --hidden"), std::string::npos) << run.errors;
}

TEST_F(HiddenTest, JudgeWhatVerifyJudges) {
  fs::copy_file(test_data() / "misbehaving/right.cpp", root() / "solutions/01-tiny/tiny.cpp");
  const fs::path mutant = root() / "solutions/01-tiny/mutants/fitted";
  fs::create_directories(mutant);
  fs::copy_file(test_data() / "misbehaving/fitted_to_the_tests.cpp", mutant / "tiny.cpp");
  ASSERT_TRUE(os::write_file(mutant / "mutant.toml",
                             "why = 'The one number is always given.'\nbase = 'solution'\nlarge = true\ncheck = "
                             "'hidden'\nfinding = 'assertion'\ncase = "
                             "'HiddenTinyTest.CountsFurther'\n"));
  const process::Run run = lab({"verify", "01"});
  EXPECT_EQ(status(run), 0) << run.output << run.errors;
  EXPECT_NE(run.output.find("hidden: assertion"), std::string::npos) << run.output;
}

}  // namespace
}  // namespace lockstep::cli
