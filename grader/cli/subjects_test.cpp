#include "cli/subjects.h"

#include <gtest/gtest.h>

namespace lockstep::cli {
namespace {

const std::vector<Check> kChecks{{.id = "given", .title = "", .points = 0, .limits = {}, .settings = {}, .read = ""},
                                 {.id = "tests", .title = "", .points = 60, .limits = {}, .settings = {}, .read = ""},
                                 {.id = "tsan", .title = "", .points = 40, .limits = {}, .settings = {}, .read = ""}};

Verdict pass() { return {.outcome = Outcome::kPass, .fraction = 1, .findings = {}, .cases = {}, .notes = {}}; }

Verdict fail(FindingKind kind, double fraction = 0) {
  Finding finding;
  finding.kind = kind;
  finding.message = "because";
  return {.outcome = Outcome::kFail,
          .fraction = fraction,
          .findings = {finding},
          .cases = {{.name = "Suite.Case", .verdict = Outcome::kFail, .fraction = 0}},
          .notes = {}};
}

Verdict inconclusive() {
  return {.outcome = Outcome::kInconclusive, .fraction = 0, .findings = {}, .cases = {}, .notes = {}};
}

Subject subject(Role role) { return {.role = role, .name = "s", .submission = {}, .mutant = {}}; }

Subject mutant() {
  Subject mutant = subject(Role::kMutant);
  mutant.mutant = Mutant{
      .why = "", .base = "solution", .change = {}, .check = "tsan", .finding = FindingKind::kDataRace, .test_case = {}};
  return mutant;
}

TEST(WrongWithTest, ASolutionMustPassEveryCheck) {
  const std::vector<Verdict> good{pass(), pass(), pass()};
  const std::vector<Verdict> unsure{pass(), pass(), inconclusive()};
  EXPECT_EQ(wrong_with(subject(Role::kSolution), kChecks, good), "");
  EXPECT_NE(wrong_with(subject(Role::kVariant), kChecks, unsure), "");
}

TEST(WrongWithTest, ASkeletonMustEarnNothing) {
  const std::vector<Verdict> good{pass(), fail(FindingKind::kAssertion), fail(FindingKind::kAssertion)};
  const std::vector<Verdict> generous{pass(), fail(FindingKind::kAssertion, 0.1), fail(FindingKind::kAssertion)};
  const std::vector<Verdict> unsure{pass(), fail(FindingKind::kAssertion), inconclusive()};
  EXPECT_EQ(wrong_with(subject(Role::kSkeleton), kChecks, good), "");
  EXPECT_NE(wrong_with(subject(Role::kSkeleton), kChecks, generous), "");
  EXPECT_NE(wrong_with(subject(Role::kSkeleton), kChecks, unsure), "");
}

TEST(WrongWithTest, TheCasesThatASkeletonPassesAreNamed) {
  Verdict generous = fail(FindingKind::kAssertion, 0.1);
  generous.cases.push_back({.name = "Suite.Other", .verdict = Outcome::kPass, .fraction = 1});
  const std::vector<Verdict> verdicts{pass(), generous, fail(FindingKind::kAssertion)};
  EXPECT_EQ(wrong_with(subject(Role::kSkeleton), kChecks, verdicts),
            "tests: fail with 10 % of the points, must be fail with none; Suite.Other passes: because");
}

TEST(WrongWithTest, ANoteSaysWhyASolutionIsNotJudged) {
  Verdict unsure = inconclusive();
  unsure.notes = {"it is busy here"};
  EXPECT_EQ(wrong_with(subject(Role::kSolution), kChecks, std::vector{pass(), pass(), unsure}),
            "tsan: inconclusive: it is busy here");
}

TEST(WrongWithTest, AMutantMustFallToItsCheckWithItsFinding) {
  const std::span<const Check> own(&kChecks[2], 1);
  EXPECT_EQ(wrong_with(mutant(), own, std::vector{fail(FindingKind::kDataRace)}), "");
  EXPECT_NE(wrong_with(mutant(), own, std::vector{pass()}), "");
  EXPECT_NE(wrong_with(mutant(), own, std::vector{inconclusive()}), "");
  EXPECT_NE(wrong_with(mutant(), own, std::vector{fail(FindingKind::kCrash)}), "");
}

TEST(WrongWithTest, AMutantThatNamesACaseMustFallInIt) {
  Subject subject = mutant();
  const std::span<const Check> own(&kChecks[2], 1);
  subject.mutant->test_case = "Suite.Case";
  EXPECT_EQ(wrong_with(subject, own, std::vector{fail(FindingKind::kDataRace)}), "");
  subject.mutant->test_case = "Suite.Other";
  EXPECT_EQ(wrong_with(subject, own, std::vector{fail(FindingKind::kDataRace)}),
            "tsan failed it, but not in case Suite.Other: in Suite.Case");
}

TEST(ChecksAgainTest, AMutantThatNamesACaseIsJudgedByThatCase) {
  Check whole = kChecks[1];
  whole.settings = TestsCheck{.program = "t", .cases = {{"A.One", 5}, {"A.Two", 5}}};
  Subject named = mutant();
  EXPECT_EQ(own_cases(checks_again(named, {whole}).front()).size(), 2U) << "it names none";
  named.mutant->test_case = "A.Two";
  const auto again = checks_again(named, {whole});
  ASSERT_EQ(own_cases(again.front()).size(), 1U);
  EXPECT_EQ(own_cases(again.front()).front().name, "A.Two");
  EXPECT_EQ(own_cases(checks_again(subject(Role::kVariant), {whole}).front()).size(), 2U);
  Check sanitizer = kChecks[2];
  sanitizer.settings = TsanCheck();
  EXPECT_EQ(std::get<TsanCheck>(checks_again(named, {sanitizer}).front().settings).only,
            std::set<std::string>{"A.Two"});
}

}  // namespace
}  // namespace lockstep::cli
