#include "checks/forgery.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lockstep::checks {
namespace {

using integrity::Affects;
using integrity::Severity;
using integrity::Suspicion;

Suspicion suspicion(Severity severity, Affects affects) {
  return {.severity = severity,
          .affects = affects,
          .symbol = "write",
          .message = "Defines write.",
          .file = "a.cpp",
          .line = 3};
}

TestsCheck tests() {
  TestsCheck tests;
  tests.cases = {{.name = "A.B", .points = 2}};
  return tests;
}

/// The verdict on a check of these settings, when there is one.
std::optional<Verdict> forged(const CheckSettings& settings, const std::vector<Suspicion>& suspicions) {
  const Manifest manifest;
  Check check;
  check.settings = settings;
  const std::map<build::Flavour, build::Built> built;
  return forgery({.manifest = manifest,
                  .check = check,
                  .built = built,
                  .backend = {},
                  .jobs = 1,
                  .stop = {},
                  .progress = {},
                  .suspicions = suspicions});
}

TEST(ForgeryTest, WhatMisleadsAllRunsFailsEveryCheckThatRunsAProgram) {
  const std::vector all{suspicion(Severity::kProven, Affects::kAllRuns)};
  for (const CheckSettings& settings : {CheckSettings(tests()), CheckSettings(TsanCheck()), CheckSettings(AsanCheck()),
                                        CheckSettings(SpeedupCheck()), CheckSettings(ExplorerCheck())}) {
    const auto verdict = forged(settings, all);
    ASSERT_TRUE(verdict);
    EXPECT_EQ(verdict->outcome, Outcome::kFail);
    EXPECT_EQ(verdict->fraction, 0);
    EXPECT_EQ(verdict->findings.at(0).kind, FindingKind::kIntegrity);
    EXPECT_EQ(verdict->findings.at(0).line, 3);
  }
  EXPECT_FALSE(forged(ApiRulesCheck(), all)) << "it runs nothing";
  EXPECT_FALSE(forged(ChangeSizeCheck(), all)) << "nor does this one";
}

TEST(ForgeryTest, EachCaseFails) {
  const auto verdict = forged(tests(), {suspicion(Severity::kProven, Affects::kAllRuns)});
  ASSERT_EQ(verdict->cases.size(), 1U);
  EXPECT_EQ(verdict->cases[0].verdict, Outcome::kFail);
}

TEST(ForgeryTest, WhatHidesRacesCostsThoseChecksThatLookForThem) {
  const std::vector races{suspicion(Severity::kProven, Affects::kRaces)};
  EXPECT_TRUE(forged(TsanCheck(), races));
  EXPECT_TRUE(forged(ExplorerCheck(), races));
  EXPECT_FALSE(forged(tests(), races));
  EXPECT_FALSE(forged(AsanCheck(), races));
  const std::vector memory{suspicion(Severity::kProven, Affects::kMemory)};
  EXPECT_TRUE(forged(AsanCheck(), memory));
  EXPECT_FALSE(forged(TsanCheck(), memory));
}

TEST(ForgeryTest, WhatHonestCodeMayDoCostsNothingAndIsToBeReviewed) {
  const std::vector review{suspicion(Severity::kReview, Affects::kAllRuns),
                           suspicion(Severity::kProven, Affects::kAllRuns)};
  EXPECT_FALSE(forged(tests(), {review[0]}));
  ASSERT_EQ(to_review(review).size(), 1U);
  EXPECT_EQ(to_review(review)[0].kind, FindingKind::kIntegrity);
}

}  // namespace
}  // namespace lockstep::checks
