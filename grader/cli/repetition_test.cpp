#include "cli/repetition.h"

#include <gtest/gtest.h>

namespace lockstep::cli {
namespace {

Check check(decltype(Check::settings) settings) {
  Check check;
  check.settings = std::move(settings);
  return check;
}

TEST(RepetitionTest, WhatChanceCanTouchIsJudgedEachTime) {
  EXPECT_EQ(times_to_judge(check(TestsCheck{}), 20), 20);
  EXPECT_EQ(times_to_judge(check(TsanCheck{}), 20), 20);
  EXPECT_EQ(times_to_judge(check(SpeedupCheck{}), 20), 20);
}

TEST(RepetitionTest, WhatIsExploredIsJudgedTwice) {
  EXPECT_EQ(times_to_judge(check(ExplorerCheck{}), 20), 2);
  EXPECT_EQ(times_to_judge(check(ExplorerCheck{}), 1), 1);
}

TEST(RepetitionTest, WhatIsStaticIsJudgedOnce) {
  EXPECT_EQ(times_to_judge(check(ApiRulesCheck{}), 20), 1);
  EXPECT_EQ(times_to_judge(check(ChangeSizeCheck{}), 20), 1);
}

TEST(RepetitionTest, IsSaidWhereThereIsAny) {
  EXPECT_NE(times_in_words(20, false).find("Judged 20 times: what"), std::string::npos);
  EXPECT_NE(times_in_words(20, true).find("Judged 20 times, and as often again beside"), std::string::npos);
  EXPECT_NE(times_in_words(1, true).find("Judged once, and as often again beside"), std::string::npos);
  EXPECT_EQ(times_in_words(1, false), "");
}

}  // namespace
}  // namespace lockstep::cli
