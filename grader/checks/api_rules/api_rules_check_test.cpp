#include "checks/api_rules/api_rules_check.h"

#include <gtest/gtest.h>

namespace lockstep::checks {
namespace {

const std::vector<Use> kUses{{"std::condition_variable", "queue.h", 12},
                             {"std::mutex::lock", "queue.h", 20},
                             {"std::mutex_of_mine", "queue.h", 21},
                             {"std::this_thread::sleep_for", "pipeline.cpp", 7}};

ApiRule rule(std::vector<std::string> apis, std::vector<std::string> in = {}) {
  return {.apis = std::move(apis), .use = "Read the handout.", .in = std::move(in)};
}

TEST(ApiRulesCheckTest, PassesWhenEveryRuleIsKept) {
  const Verdict verdict = judge_uses({.required = {rule({"std::condition_variable", "std::condition_variable_any"})},
                                      .forbidden = {rule({"std::recursive_mutex"})}},
                                     kUses);
  EXPECT_EQ(verdict.outcome, Outcome::kPass);
  EXPECT_EQ(verdict.fraction, 1);
}

TEST(ApiRulesCheckTest, SaysWhereAForbiddenApiIsUsedAndWhatToUse) {
  const Verdict verdict = judge_uses({.required = {}, .forbidden = {rule({"std::this_thread::sleep_for"})}}, kUses);
  ASSERT_EQ(verdict.findings.size(), 1U);
  EXPECT_EQ(verdict.outcome, Outcome::kFail);
  EXPECT_EQ(verdict.findings[0].kind, FindingKind::kForbiddenApi);
  EXPECT_EQ(verdict.findings[0].file, "pipeline.cpp");
  EXPECT_EQ(verdict.findings[0].line, 7);
  EXPECT_NE(verdict.findings[0].message.find("Read the handout."), std::string::npos);
}

TEST(ApiRulesCheckTest, LooksOnlyInTheFilesOfARule) {
  const ApiRulesCheck elsewhere{.required = {}, .forbidden = {rule({"std::this_thread::sleep_for"}, {"queue.h"})}};
  EXPECT_EQ(judge_uses(elsewhere, kUses).outcome, Outcome::kPass);
  const ApiRulesCheck wanted{.required = {rule({"std::condition_variable"}, {"pipeline.cpp"})}, .forbidden = {}};
  const Verdict verdict = judge_uses(wanted, kUses);
  EXPECT_EQ(verdict.outcome, Outcome::kFail);
  EXPECT_EQ(verdict.findings.at(0).kind, FindingKind::kMissingApi);
}

TEST(ApiRulesCheckTest, TakesAFunctionOfATypeForAUseOfTheType) {
  const ApiRulesCheck mutex{.required = {rule({"std::mutex"})}, .forbidden = {}};
  EXPECT_EQ(judge_uses(mutex, kUses).outcome, Outcome::kPass);
  EXPECT_EQ(judge_uses(mutex, std::span(kUses).subspan(2)).outcome, Outcome::kFail) << "a longer name is another one";
}

}  // namespace
}  // namespace lockstep::checks
