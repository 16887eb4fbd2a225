#include "report/coverage_text.h"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

namespace lockstep::report {
namespace {

constexpr Coverage kAll{.end = Coverage::End::kAll, .schedules = 1204, .cut = 0, .bounds = {.steps = 300'000}};
constexpr Coverage kSome{
    .end = Coverage::End::kBudget, .schedules = 2000, .cut = 0, .bounds = {.preemptions = 2, .steps = 300'000}};

std::string text_of(const std::vector<std::optional<Coverage>>& cases, Outcome outcome = Outcome::kPass) {
  CheckScore check;
  check.verdict.outcome = outcome;
  for (const auto& coverage : cases) {
    check.verdict.cases.push_back({.name = "A.B", .verdict = Outcome::kPass, .fraction = 1, .coverage = coverage});
  }
  return coverage_text(check);
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
            "Every interleaving of the one case (sequentially consistent). 1 more was to end in a finding, or explored "
            "nothing.");
}

}  // namespace
}  // namespace lockstep::report
