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

/// A submission that races, graded.
class RacingTest : public HiddenTest {
 protected:
  RacingTest() {
    const json graded = json::parse(lab({"grade", "01", "--hidden", "--json", "-", "--from", dir_.path()}).output);
    findings_ = graded["checks"][4]["findings"];
  }

  /// The command that the finding of a case prints, word by word behind `./lab`.
  std::vector<std::string> replay_of(const std::string& case_name) const {
    for (const json& finding : findings_) {
      std::istringstream command(finding["replay"].get<std::string>());
      std::vector<std::string> words{std::istream_iterator<std::string>(command), {}};
      if (words.size() < 4 || words[0] != "./lab" || words[3] != case_name) continue;
      words.erase(words.begin());
      return words;
    }
    ADD_FAILURE() << case_name << " has no finding: " << findings_.dump(2);
    return {};
  }

  std::vector<std::string> as_test(const std::string& case_name) const {
    auto words = replay_of(case_name);
    words.emplace_back("--as-test");
    return words;
  }

  os::TempDir dir_ = submission("races");
  json findings_;
};

TEST_F(RacingTest, IsReplayedByTheCommandAsItIsPrinted) {
  for (const char* name : {"HiddenExploredTest.Answers", "HiddenClientsTest.OfAnswers"}) {
    const process::Run replay = lab(replay_of(name));
    EXPECT_EQ(status(replay), 1) << replay.output << replay.errors;
    EXPECT_NE(replay.output.find("tiny.cpp:9"), std::string::npos) << replay.output;
  }
}

TEST_F(RacingTest, IsPrintedAsAProgramThatShowsTheRace) {
  const process::Run printed = lab(as_test("HiddenClientsTest.OfAnswers"));
  ASSERT_EQ(status(printed), 0) << printed.output << printed.errors;
  ASSERT_TRUE(printed.output.starts_with("// ./lab replay 01 HiddenClientsTest.OfAnswers ")) << printed.output;
  const fs::path program = dir_.path() / "my_test.cpp";
  ASSERT_TRUE(os::write_file(program, printed.output));
  fs::copy_file(root() / "labs/01-tiny/tiny.h", dir_.path() / "tiny.h");
  const fs::path answer = dir_.path() / "tiny.cpp";
  const process::Run compiled = run(
      {"g++", "-std=c++20", "-pthread", "-Wall", "-Wextra", "-Werror", program, answer, "-o", dir_.path() / "my_test"},
      environment());
  ASSERT_EQ(status(compiled), 0) << compiled.errors << printed.output;
  const process::Run ran = run({dir_.path() / "my_test"}, environment());
  EXPECT_NE(ran.output.find("T1: answer() -> 42\n"), std::string::npos) << ran.output << ran.errors;
  const process::Run explored = lab({"explore", program, answer});
  EXPECT_EQ(status(explored), 1) << explored.output << explored.errors;
  EXPECT_TRUE(explored.output.starts_with("data-race")) << explored.output;
}

TEST_F(RacingTest, IsNoProgramWhereTheCaseSaysNotHow) {
  const auto refused = [&](const std::vector<std::string>& words, const char* why) {
    const process::Run run = lab(words);
    EXPECT_EQ(status(run), 2) << run.output;
    EXPECT_EQ(run.output, "");
    EXPECT_NE(run.errors.find(why), std::string::npos) << run.errors;
  };
  refused(as_test("HiddenExploredTest.Answers"), "--as-test is for cases that make their scenarios themselves");
  refused(as_test("HiddenClientsTest.OfSilentAnswers"), "does not say how its calls read as C++");
  auto wrong = as_test("HiddenClientsTest.OfAnswers");
  wrong[3] = "9:9@0";
  refused(wrong, "this is no scenario with a schedule");
  refused({"replay", dir_.path() / "tiny.cpp", "0", "--as-test"}, "your source files are a program already");
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
