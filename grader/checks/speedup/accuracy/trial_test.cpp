#include "checks/speedup/accuracy/trial.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "os/temp_dir.h"

namespace lockstep::checks::speedup {
namespace {

Trial trial(std::string program, Outcome outcome) {
  return {.condition = "busy1",
          .program = std::move(program),
          .outcome = outcome,
          .judged_by = "the clock",
          .seconds = 1.25};
}

class TrialFileTest : public testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path file() const { return dir_->path() / "results.tsv"; }
  void write(const std::string& text) const { std::ofstream(file(), std::ios::app) << text; }

 private:
  Result<os::TempDir> dir_ = os::TempDir::make();
};

TEST(TrialTest, ACorrectProgramHasToPassAndAWrongOneToFail) {
  EXPECT_EQ(score(trial("correct", Outcome::kPass)), Score::kRight);
  EXPECT_EQ(score(trial("correct", Outcome::kFail)), Score::kWrong);
  EXPECT_EQ(score(trial("one_lock", Outcome::kFail)), Score::kRight);
  EXPECT_EQ(score(trial("one_lock", Outcome::kPass)), Score::kWrong);
}

TEST(TrialTest, WhoCannotTellIsNeitherRightNorWrong) {
  EXPECT_EQ(score(trial("correct", Outcome::kInconclusive)), Score::kInconclusive);
  EXPECT_EQ(score(trial("one_lock", Outcome::kError)), Score::kError);
}

TEST_F(TrialFileTest, SeveralSittingsAddUp) {
  write(line_of(trial("correct", Outcome::kPass)));
  write(line_of(trial("one_lock", Outcome::kFail)));
  const auto trials = read_trials(file());
  ASSERT_TRUE(trials);
  ASSERT_EQ(trials->size(), 2U);
  EXPECT_EQ(trials->front().condition, "busy1");
  EXPECT_EQ(trials->back().program, "one_lock");
  EXPECT_EQ(trials->back().outcome, Outcome::kFail);
  EXPECT_EQ(trials->back().judged_by, "the clock");
  EXPECT_EQ(trials->back().seconds, 1.25);
}

TEST_F(TrialFileTest, NoFileIsTheFirstSitting) {
  const auto trials = read_trials(file());
  ASSERT_TRUE(trials);
  EXPECT_TRUE(trials->empty());
}

TEST_F(TrialFileTest, ALineThatIsNoTrialIsNamed) {
  for (const char* const line :
       {"busy1\tcorrect\tpass", "busy9\tcorrect\tpass\tthe clock\t1", "busy1\tnobody\tpass\tthe clock\t1",
        "busy1\tcorrect\tmaybe\tthe clock\t1", "busy1\tcorrect\tpass\tthe clock\tsoon"}) {
    std::filesystem::remove(file());
    write(line_of(trial("correct", Outcome::kPass)));
    write(line);
    const auto trials = read_trials(file());
    ASSERT_FALSE(trials) << line;
    EXPECT_EQ(trials.error().fault, Fault::kInput);
    EXPECT_THAT(trials.error().message, testing::HasSubstr("results.tsv:2: '" + std::string(line)));
  }
}

}  // namespace
}  // namespace lockstep::checks::speedup
