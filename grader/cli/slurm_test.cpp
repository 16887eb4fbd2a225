// ./lab class --engine slurm, on a real Slurm that the test starts for itself.

#include <gtest/gtest.h>
#include <signal.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

#include "cli/class_command.h"
#include "cli/private_cluster.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

class SlurmTest : public ClassCommandTest {
 protected:
  void SetUp() override {
    if (const std::string missing = PrivateCluster::missing(); !missing.empty()) {
      GTEST_SKIP() << missing << " is not on this machine (apt-get install --no-install-recommends slurm-wlm munge)";
    }
    ClassCommandTest::SetUp();
    cluster_.emplace(2);
  }
  void TearDown() override {
    if (HasFailure() && cluster_) std::cerr << cluster_->log();
    cluster_.reset();
    ClassCommandTest::TearDown();
  }

  [[nodiscard]] Environment with_cluster() const { return {{"SLURM_CONF", cluster_->settings_file()}}; }
  [[nodiscard]] std::vector<std::string> on_cluster(const fs::path& gradebook, int per_task) const {
    auto words = command(gradebook);
    words.insert(words.end(), {"--engine", "slurm", "--per-task", std::to_string(per_task)});
    return words;
  }
  [[nodiscard]] std::string queued() const {
    return run({"squeue", "--noheader", "--array"}, environment(with_cluster())).output;
  }
  /// Submissions that differ in nothing but a comment.
  void hand_in_many(int number) const {
    for (int i = 0; i < number; ++i) {
      const std::string learner = fmt::format("learner-{:03}", i);
      hand_in(learner, i % 4 == 0 ? "races" : "right");
      const fs::path file = handed_in() / learner / "tiny.cpp";
      EXPECT_TRUE(os::write_file(file, fmt::format("{}// {}\n", os::read_file(file).value(), i)));
    }
  }

  std::optional<PrivateCluster> cluster_;
};

TEST_F(SlurmTest, GradesAsThisMachineDoesAndLeavesNothing) {
  hand_in_a_few();
  ASSERT_EQ(status(lab(command(dir_.path() / "local.sqlite"))), 0);
  run_ = lab(on_cluster(book(), 2), with_cluster());
  EXPECT_EQ(status(run_), 0) << run_.output << run_.errors;
  EXPECT_EQ(content_of(book()), content_of(dir_.path() / "local.sqlite"));
  EXPECT_FALSE(fs::exists(book().string() + ".work"));
  EXPECT_EQ(queued(), "");
}

TEST_F(SlurmTest, WhatATaskThatWasKilledHasLeftIsDoneByTheNextArray) {
  hand_in("ada", "sleeps_for_ever");
  hand_in("bob", "right");
  const pid_t grader = start(on_cluster(book(), 2), with_cluster());
  ASSERT_TRUE(comes_true([] { return process_with("--gtest_filter=TinyTest.Counts") != 0; })) << text_said();
  kill(process_with("--work-on"), SIGKILL);
  EXPECT_EQ(wait_for(grader), 0) << text_said();
  const std::string content = content_of(book());
  EXPECT_NE(content.find("time-out"), std::string::npos) << content;
  EXPECT_NE(content.find("bob 1"), std::string::npos) << content;
}

TEST_F(SlurmTest, KilledItGoesOnAndTheArrayThatItLeftEnds) {
  hand_in("ada", "sleeps_for_ever");
  const pid_t grader = start(on_cluster(book(), 1), with_cluster());
  ASSERT_TRUE(comes_true([] { return process_with("--gtest_filter=TinyTest.Counts") != 0; })) << text_said();
  const pid_t left = process_with("--work-on");
  kill(grader, SIGKILL);
  wait_for(grader);
  EXPECT_NE(queued(), "");
  run_ = lab(on_cluster(book(), 1), with_cluster());
  EXPECT_EQ(status(run_), 0) << run_.output << run_.errors;
  EXPECT_TRUE(comes_true([&] { return !fs::exists(fs::path("/proc") / std::to_string(left) / "exe"); }));
  EXPECT_NE(content_of(book()).find("time-out"), std::string::npos);
}

TEST_F(SlurmTest, CtrlCTakesItsJobsOutOfTheQueue) {
  hand_in("ada", "sleeps_for_ever");
  const pid_t grader = start(on_cluster(book(), 1), with_cluster());
  ASSERT_TRUE(comes_true([] { return process_with("--gtest_filter=TinyTest.Counts") != 0; })) << text_said();
  kill(grader, SIGINT);
  EXPECT_EQ(wait_for(grader), 130) << text_said();
  EXPECT_NE(text_said().find("--engine slurm"), std::string::npos) << text_said();
  EXPECT_EQ(queued(), "");
}

// Nodes that lack the class's compiler.
TEST_F(SlurmTest, WhereNoTaskCanBeginItSaysWhatTheTasksSaid) {
  hand_in("ada", "right");
  fs::create_directories(dir_.path() / "bin");
  fs::create_symlink("/usr/bin/g++", dir_.path() / "bin/other-g++");
  Environment elsewhere = with_cluster();
  elsewhere["PATH"] = fmt::format("{}:{}", (dir_.path() / "bin").string(), environment().at("PATH"));
  elsewhere["SBATCH_EXPORT"] = "NONE";
  auto words = on_cluster(book(), 1);
  words.insert(words.begin(), {"--compiler", "other-g++"});
  run_ = lab(words, elsewhere);
  EXPECT_EQ(status(run_), 3) << run_.output << run_.errors;
  EXPECT_NE(run_.errors.find("no task of the job array could begin"), std::string::npos) << run_.errors;
  EXPECT_NE(run_.errors.find("compiler other-g++ is not on this machine"), std::string::npos) << run_.errors;
}

TEST_F(SlurmTest, AHundredSubmissionsWithATaskKilledInTheMiddle) {
  if (std::getenv("LOCKSTEP_LONG") == nullptr) GTEST_SKIP() << "it grades 200 submissions; LOCKSTEP_LONG=1 runs it";
  hand_in_many(100);
  ASSERT_EQ(wait_for(start(command(dir_.path() / "local.sqlite"))), 0) << text_said();
  const pid_t grader = start(on_cluster(book(), 5), with_cluster());
  const auto graded = [&] {
    const std::string said = content_of(book());
    std::size_t grades = 0;
    for (std::size_t at = said.find("schema"); at != std::string::npos; at = said.find("schema", at + 1)) ++grades;
    return grades;
  };
  ASSERT_TRUE(comes_true([&] { return graded() >= 40; })) << text_said();
  kill(process_with("--work-on"), SIGKILL);
  EXPECT_EQ(wait_for(grader), 0) << text_said();
  EXPECT_EQ(graded(), 100U);
  EXPECT_EQ(content_of(book()), content_of(dir_.path() / "local.sqlite"));
}

TEST_F(ClassCommandTest, WithoutSlurmItSaysWhereToTypeTheCommand) {
  hand_in("ada", "right");
  auto words = command(book());
  words.insert(words.end(), {"--engine", "slurm"});
  const fs::path bin = dir_.path() / "bin";
  fs::create_directories(bin);
  for (const char* program : {"g++", "cmake", "ninja", "sh"}) {
    for (const char* folder : {"/usr/local/bin", "/usr/bin"}) {
      if (fs::exists(fs::path(folder) / program) && !fs::exists(bin / program)) {
        fs::create_symlink(fs::path(folder) / program, bin / program);
      }
    }
  }
  run_ = lab(words, {{"PATH", bin}});
  EXPECT_EQ(status(run_), 3) << run_.output << run_.errors;
  EXPECT_NE(run_.errors.find("Slurm's sbatch is not on this machine's PATH"), std::string::npos) << run_.errors;
}

}  // namespace
}  // namespace lockstep::cli
