#include "report/coverage_text.h"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

namespace lockstep::report {
namespace {

constexpr Coverage kAll{.end = Coverage::End::kAll, .schedules = 1204, .cut = 0, .bounds = {.steps = 300'000}};
constexpr Coverage kSome{
    .end = Coverage::End::kBudget, .schedules = 2000, .cut = 0, .bounds = {.preemptions = 2, .steps = 300'000}};

CheckScore check_with(const std::vector<std::optional<Coverage>>& cases, Outcome outcome = Outcome::kPass) {
  CheckScore check;
  check.verdict.outcome = outcome;
  for (const auto& coverage : cases) {
    check.verdict.cases.push_back({.name = "A.B", .verdict = Outcome::kPass, .fraction = 1, .coverage = coverage});
  }
  return check;
}

std::string text_of(const std::vector<std::optional<Coverage>>& cases, Outcome outcome = Outcome::kPass) {
  return coverage_text(check_with(cases, outcome));
}

TEST(CheckCoverageTest, IsThatOfTheWeakestCase) {
  Coverage cut = kSome;
  cut.end = Coverage::End::kTruncated;
  cut.cut = 3;
  const auto together = coverage_of(check_with({kAll, cut, std::nullopt, kSome}, Outcome::kInconclusive));
  ASSERT_TRUE(together);
  EXPECT_EQ(together->end, Coverage::End::kTruncated);
  EXPECT_EQ(together->schedules, 5204U);
  EXPECT_EQ(together->cut, 3U);
  EXPECT_EQ(coverage_of(check_with({kAll, kSome}))->end, Coverage::End::kBudget);
  EXPECT_EQ(coverage_of(check_with({kAll, kAll}))->end, Coverage::End::kAll);
}

TEST(CheckCoverageTest, NamesTheScenariosOfAllCasesWithGeneratedClients) {
  Coverage one = kSome;
  one.scenarios = {.pairs = 1000, .random = 200, .complete = 1100};
  Coverage other = kAll;
  other.scenarios = {.pairs = 240, .random = 0, .complete = 240};
  const std::string text = text_of({one, kAll, other});
  EXPECT_NE(text.find(". Generated clients: 1,240 scenarios of all pairs and 200 others, 3,204 schedules; every "
                      "interleaving of 1,340 of them."),
            std::string::npos)
      << text;
  EXPECT_EQ(text_of({kAll, kSome}).find("Generated"), std::string::npos);
}

TEST(CheckCoverageTest, IsSilentWhereAFindingEndedAnExplorationOrNothingWasExplored) {
  EXPECT_FALSE(coverage_of(check_with({})));
  EXPECT_FALSE(coverage_of(check_with({std::nullopt})));
  CheckScore failed = check_with({kAll, std::nullopt}, Outcome::kFail);
  failed.verdict.findings.emplace_back();
  EXPECT_FALSE(coverage_of(failed));
  EXPECT_EQ(short_coverage_text(failed), "");
}

TEST(CheckCoverageTest, AFewWordsClaimNoMore) {
  const auto words = [](const Coverage& coverage) { return short_coverage_text(check_with({coverage, kAll})); };
  EXPECT_EQ(words(kAll), "all 2,408 interleavings");
  EXPECT_EQ(words(kSome), "3,204 schedules of more");
  Coverage bounded = kAll;
  bounded.bounds.preemptions = 1;
  EXPECT_EQ(words(bounded), "all 2,408 interleavings with at most 1 preemption");
  Coverage cut = kSome;
  cut.end = Coverage::End::kTruncated;
  cut.cut = 2;
  EXPECT_EQ(words(cut), "3,204 schedules, 2 cut short");
}

TEST(CoverageTextTest, SaysNothingWhereNothingWasExploredOrTheCheckDidNotPass) {
  EXPECT_EQ(text_of({}), "");
  EXPECT_EQ(text_of({std::nullopt}), "");
  EXPECT_EQ(text_of({kAll}, Outcome::kFail), "");
}

TEST(CoverageTextTest, SaysAllOnlyOfCasesThatWereExploredWhole) {
  EXPECT_EQ(text_of({kAll}), "Every interleaving of the one case (sequentially consistent).");
  EXPECT_EQ(text_of({kAll, kAll}), "Every interleaving of all 2 cases (sequentially consistent).");
  EXPECT_EQ(
      text_of({kAll, kSome, kAll, kSome}),
      "Every interleaving of 2 of 4 cases (sequentially consistent); 2,000 schedules of each of the others, among "
      "them all with at most 2 preemptions.");
  EXPECT_EQ(text_of({kSome}), "2,000 schedules of the one case, among them all with at most 2 preemptions.");
}

TEST(CoverageTextTest, ClaimsNoMoreThanTheWeakestCaseAllows) {
  Coverage fair = kAll;
  fair.bounds.fair = true;
  EXPECT_EQ(text_of({kAll, fair}), "Every interleaving of all 2 cases (sequentially consistent, fair).");
  Coverage fewer = kSome;
  fewer.schedules = 30;
  fewer.bounds.preemptions.reset();
  EXPECT_EQ(text_of({kSome, fewer}), "At least 30 schedules of each of the 2 cases.");
  Coverage within_bound = kAll;
  within_bound.bounds.preemptions = 1;
  EXPECT_EQ(
      text_of({kAll, within_bound}),
      "Every interleaving of 1 of 2 cases (sequentially consistent); 1,204 schedules of the other, among them all "
      "with at most 1 preemption.");
}

TEST(CoverageTextTest, CountsCutSchedules) {
  Coverage cut = kSome;
  cut.end = Coverage::End::kTruncated;
  cut.cut = 12;
  EXPECT_EQ(text_of({kAll, cut}),
            "Every interleaving of 1 of 2 cases (sequentially consistent); 2,000 schedules of the other; 12 schedules "
            "cut after 300,000 steps, and not explored beyond.");
}

TEST(CoverageTextTest, NamesTheCasesThatSayNothingOfCoverage) {
  EXPECT_EQ(text_of({kAll, std::nullopt}),
            "Every interleaving of the one case (sequentially consistent). 1 more was to end in a finding, and has.");
}

}  // namespace
}  // namespace lockstep::report
