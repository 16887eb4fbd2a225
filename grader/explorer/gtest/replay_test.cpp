// One schedule, run again.

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <thread>

#include "told.h"

namespace lockstep {
namespace {

TEST(ReplayTest, ShowsTheSameAgainWithEveryStep) {
  const Told first = told_about(lose_an_update);
  const Told again = told_about(lose_an_update, {.replay = first.exploration.finding->replay});
  ASSERT_TRUE(again.exploration.finding);
  EXPECT_EQ(again.exploration.finding->message, first.exploration.finding->message);
  EXPECT_NE(again.exploration.trace.find("told.h:"), std::string::npos) << again.exploration.trace;
}

TEST(ReplayTest, AScheduleOfOtherCodeAccusesNobody) {
  const std::string schedule = told_about(lose_an_update, {}).exploration.finding->replay;
  const auto one_thread = [] { std::thread([] {}).join(); };
  for (const auto& changed : {std::function<void()>([] {}), std::function<void()>(one_thread)}) {
    const Told told = told_about(changed, {.replay = schedule});
    EXPECT_FALSE(told.exploration.finding) << told.exploration.finding->message;
    EXPECT_EQ(told.exploration.ended, Exploration::Ended::kError);
    EXPECT_NE(told.failures.find("does not fit this program"), std::string::npos) << told.failures;
  }
}

TEST(ReplayTest, AScheduleThatFitsTheRepairedCodeShowsThatItIsRightThere) {
  const std::string schedule = told_about(lose_an_update, {}).exploration.finding->replay;
  const Told told = told_about(count_under_a_lock, {.replay = schedule});
  EXPECT_NE(told.exploration.ended, Exploration::Ended::kError) << told.failures;
  EXPECT_FALSE(told.exploration.finding) << told.exploration.finding->message;
  EXPECT_EQ(told.failures, "");
}

TEST(ReplayTest, TextThatIsNoScheduleIsAnError) {
  const Told told = told_about(count_under_a_lock, {.replay = "?"});
  EXPECT_EQ(told.exploration.ended, Exploration::Ended::kError);
  EXPECT_NE(told.failures.find("no schedule: ?"), std::string::npos) << told.failures;
}

}  // namespace
}  // namespace lockstep
