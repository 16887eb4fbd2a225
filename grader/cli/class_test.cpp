// ./lab class, as an instructor uses it, and as it is killed.

#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <thread>

#include "cli/class_command.h"
#include "gradebook/gradebook.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

TEST_F(ClassCommandTest, GradesEachContentOnceAndEachLearnerAsGradeDoes) {
  hand_in_a_few();
  fs::create_directories(handed_in() / "empty");
  run_ = lab(command(book()));
  EXPECT_EQ(status(run_), 1) << run_.errors;
  EXPECT_NE(run_.output.find("not understood: empty: lacks tiny.cpp"), std::string::npos) << run_.output;
  EXPECT_NE(run_.output.find("7  graded now (6 different)"), std::string::npos) << run_.output;
  EXPECT_NE(run_.output.find("2  to be reviewed"), std::string::npos) << run_.output;
  EXPECT_FALSE(fs::exists(book().string() + ".work"));

  const auto kept = gradebook::Gradebook::read_only(book()).value();
  const auto attempts = kept.attempts("01-tiny");
  for (const auto& attempt : *attempts) {
    const auto graded = kept.newest_grade("01-tiny", attempt.content).value();
    ASSERT_TRUE(graded) << attempt.learner;
    const nlohmann::json alone = grade(attempt.learner == "twin" ? "right" : attempt.learner);
    EXPECT_EQ(graded->points, alone["points"]) << attempt.learner;
    const nlohmann::json report = nlohmann::json::parse(graded->report);
    ASSERT_EQ(report["checks"].size(), alone["checks"].size());
    for (std::size_t i = 0; i < alone["checks"].size(); ++i) {
      EXPECT_EQ(report["checks"][i]["cases"], alone["checks"][i]["cases"]) << attempt.learner;
    }
  }
}

TEST_F(ClassCommandTest, TheSameInputGivesTheSameGradebookApartFromTimes) {
  hand_in_a_few();
  EXPECT_EQ(status(lab(command(book()))), 0);
  EXPECT_EQ(status(lab(command(dir_.path() / "second.sqlite"))), 0);
  EXPECT_EQ(content_of(book()), content_of(dir_.path() / "second.sqlite"));
}

TEST_F(ClassCommandTest, WhatHasAGradeIsNotGradedAgain) {
  hand_in("ada", "right");
  EXPECT_EQ(status(lab(command(book()))), 0);
  hand_in("bob", "races");
  run_ = lab(command(book()));
  EXPECT_NE(run_.output.find("1  graded now (1 different)"), std::string::npos) << run_.output;
  EXPECT_NE(run_.output.find("1  graded before"), std::string::npos) << run_.output;
}

TEST_F(ClassCommandTest, KilledAtAnyMomentItGoesOnAndLeavesNoProcess) {
  hand_in_a_few();
  const auto begin = steady_clock::now();
  ASSERT_EQ(status(lab(command(dir_.path() / "undisturbed.sqlite"))), 0);
  const auto took = std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin);

  std::mt19937 random(20);
  std::uniform_int_distribution<long> moment(20, std::max<long>(took.count() / 2, 100));
  for (int kill_number = 0; kill_number < 5; ++kill_number) {
    const pid_t grader = start(command(book()));
    std::this_thread::sleep_for(milliseconds(moment(random)));
    kill(grader, SIGKILL);
    wait_for(grader);
    EXPECT_TRUE(comes_true([] { return nothing_lives(); }));
  }
  EXPECT_EQ(wait_for(start(command(book()))), 0) << text_said();
  EXPECT_EQ(content_of(book()), content_of(dir_.path() / "undisturbed.sqlite"));
}

TEST_F(ClassCommandTest, AWorkerThatDiesOnceCostsNobodyAnything) {
  hand_in("ada", "sleeps_for_ever");
  const pid_t grader = start(command(book()));
  ASSERT_TRUE(comes_true([] { return process_with("--gtest_filter=TinyTest.Counts") != 0; }));
  kill(process_with("--work-on"), SIGKILL);
  EXPECT_EQ(wait_for(grader), 0) << text_said();
  EXPECT_NE(content_of(book()).find("time-out"), std::string::npos);
}

TEST_F(ClassCommandTest, AUnitWhoseWorkerDiesTwiceIsAnErrorWithoutAGradeUntilTheNextRun) {
  hand_in("ada", "sleeps_for_ever");
  const pid_t grader = start(command(book()));
  pid_t before = 0;
  for (int death = 0; death < 2; ++death) {
    pid_t worker = 0;
    ASSERT_TRUE(comes_true([&] {
      worker = process_with("--work-on");
      return worker != 0 && worker != before && process_with("--gtest_filter=TinyTest.Counts") != 0;
    }));
    kill(worker, SIGKILL);
    before = worker;
    ASSERT_TRUE(comes_true([] { return process_with("--gtest_filter=TinyTest.Counts") == 0; }));
  }
  EXPECT_EQ(wait_for(grader), 3) << text_said();
  EXPECT_NE(text_said().find("error: ada: its worker was killed by signal 9"), std::string::npos) << text_said();
  EXPECT_EQ(content_of(book()).find("schema"), std::string::npos);
  EXPECT_EQ(wait_for(start(command(book()))), 0) << text_said();
  EXPECT_NE(content_of(book()).find("time-out"), std::string::npos);
}

TEST_F(ClassCommandTest, CtrlCEndsItSoonAndSaysHowToGoOn) {
  hand_in("ada", "sleeps_for_ever");
  const pid_t grader = start(command(book()));
  ASSERT_TRUE(comes_true([] { return process_with("--gtest_filter=TinyTest.Counts") != 0; }));
  kill(grader, SIGINT);
  const auto pressed = steady_clock::now();
  EXPECT_EQ(wait_for(grader), 130);
  EXPECT_LT(steady_clock::now() - pressed, std::chrono::seconds(4));
  EXPECT_TRUE(nothing_lives());
  EXPECT_NE(text_said().find("go on with: ./lab class "), std::string::npos) << text_said();
}

TEST_F(ClassCommandTest, OnlyOneAtATimeWorksOnAGradebook) {
  hand_in("ada", "sleeps_for_ever");
  const pid_t grader = start(command(book()));
  ASSERT_TRUE(comes_true([] { return process_with("--work-on") != 0; }));
  run_ = lab(command(book()));
  EXPECT_EQ(status(run_), 2);
  EXPECT_NE(run_.errors.find("another ./lab class"), std::string::npos) << run_.errors;
  kill(grader, SIGINT);
  wait_for(grader);
}

TEST_F(ClassCommandTest, RefusesWithoutASandboxUnlessToldTo) {
  hand_in("ada", "right");
  run_ = lab(command(book()), {{"LOCKSTEP_SANDBOX", "none"}});
  EXPECT_EQ(status(run_), 3);
  EXPECT_NE(run_.errors.find("--no-sandbox"), std::string::npos) << run_.errors;
  EXPECT_FALSE(fs::exists(book()));
}

// Another machine's worker, which has another sandbox, say.
TEST_F(ClassCommandTest, AWorkerRefusesAJobThatItWouldJudgeOtherwise) {
  ASSERT_TRUE(os::write_file(dir_.path() / "work/job.json",
                             R"({"schema": "lockstep.class-job/1", "lab": "01-tiny", "hidden": false,
                                 "compiler": "g++", "sandbox": "bubblewrap", "grader": "0.1.0-other"})"));
  run_ = lab({"class", "--work-on", dir_.path() / "work"});
  EXPECT_EQ(status(run_), 3);
  EXPECT_NE(run_.errors.find("cannot grade for the class"), std::string::npos) << run_.errors;
}

TEST_F(ClassCommandTest, AFolderOrALabThatIsMissingIsWrongUsage) {
  EXPECT_EQ(status(lab({"class"})), 2);
  EXPECT_EQ(status(lab({"class", dir_.path()})), 2);
  EXPECT_EQ(status(lab({"class", dir_.path() / "none", "--lab", "01"})), 2);
  fs::create_directories(dir_.path() / "nobody");
  run_ = lab({"class", dir_.path() / "nobody", "--lab", "01"});
  EXPECT_EQ(status(run_), 2);
  EXPECT_NE(run_.errors.find("holds no submission"), std::string::npos) << run_.errors;
}

/// With the lab of the primes, which has a check that measures.
class MeasuredClassTest : public ClassCommandTest {
 protected:
  static void SetUpTestSuite() {
    ClassCommandTest::SetUpTestSuite();
    TearDownTestSuite();
    fs::copy(fs::path(LOCKSTEP_SOURCE_DIR) / "labs/01-primes", root() / "labs/02-primes",
             fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  }
  static void TearDownTestSuite() { fs::remove_all(root() / "labs/02-primes"); }
};

TEST_F(MeasuredClassTest, WhatMeasuresIsJudgedAloneAndNotAgainAfterAKill) {
  if (std::getenv("LOCKSTEP_LONG") == nullptr) GTEST_SKIP() << "it builds a whole lab; LOCKSTEP_LONG=1 runs it";
  for (const char* file : {"concurrent.cpp", "iteration.cpp"}) {
    fs::create_directories(handed_in() / "ada");
    fs::copy_file(fs::path(LOCKSTEP_SOURCE_DIR) / "solutions/01-primes" / file, handed_in() / "ada" / file);
  }
  std::vector<std::string> words = command(book());
  words[3] = "02";
  const pid_t grader = start(words);
  const fs::path units = book().string() + ".work/units";
  const auto judged_together = [&] {
    std::error_code none;
    return std::any_of(fs::recursive_directory_iterator(units, none), fs::recursive_directory_iterator(),
                       [](const auto& entry) { return entry.path().filename() == "together.json"; });
  };
  ASSERT_TRUE(comes_true(judged_together)) << text_said();
  kill(grader, SIGKILL);
  wait_for(grader);
  EXPECT_TRUE(comes_true([] { return nothing_lives(); }));
  EXPECT_EQ(content_of(book(), "02-primes").find("schema"), std::string::npos) << "a grade is whole or not there";

  const fs::path found = fs::directory_iterator(units)->path() / "together.json";
  const std::string before = os::read_file(found).value();
  EXPECT_EQ(before.find("\"speedup\": {"), std::string::npos) << before;
  EXPECT_EQ(wait_for(start(words)), 0) << text_said();
  EXPECT_EQ(text_said().find("judged 0 of"), std::string::npos) << text_said();
  const auto kept = gradebook::Gradebook::read_only(book()).value();
  const auto grade = kept.newest_grade("02-primes", kept.attempts("")->front().content).value();
  ASSERT_TRUE(grade);
  EXPECT_NE(grade->report.find("\"speedup\""), std::string::npos);
}

}  // namespace
}  // namespace lockstep::cli
