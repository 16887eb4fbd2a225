#include "score/score.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <limits>
#include <string>

#include "os/file.h"
#include "score/severity.h"

namespace lockstep {
namespace {

Manifest lab(const std::vector<int>& points) {
  Manifest lab;
  for (const int each : points) {
    Check check;
    check.id = "check-" + std::to_string(lab.checks.size() + 1);
    check.title = "Title";
    check.points = each;
    check.settings = SpeedupCheck{};
    lab.checks.push_back(check);
    lab.points += each;
  }
  return lab;
}

Verdict verdict(Outcome outcome, double fraction = 0) {
  Verdict verdict;
  verdict.outcome = outcome;
  verdict.fraction = fraction;
  return verdict;
}

Verdict fail(double fraction) { return verdict(Outcome::kFail, fraction); }

double points_for(double fraction, int max_points) { return score(lab({max_points}), {fail(fraction)}).points; }

TEST(ScoreTest, APassedCheckEarnsAllItsPoints) {
  const Score result = score(lab({30, 70}), {verdict(Outcome::kPass, 1), verdict(Outcome::kPass, 1)});
  EXPECT_EQ(result.points, 100);
  EXPECT_EQ(result.max_points, 100);
  EXPECT_EQ(result.left_out, 0);
}

TEST(ScoreTest, AFailedCheckEarnsItsFraction) {
  EXPECT_EQ(points_for(0, 30), 0);
  EXPECT_EQ(points_for(0.5, 30), 15);
  EXPECT_EQ(points_for(0.5, 25), 12.5);
}

TEST(ScoreTest, PointsAreRoundedDownToHundredths) {
  EXPECT_EQ(points_for(2.0 / 3, 10), 6.66);
  EXPECT_EQ(points_for(1.0 / 3, 10), 3.33);
}

TEST(ScoreTest, AWholeNumberOfPointsStaysWholeWhateverItsBinaryFraction) {
  for (int max = 1; max <= 200; ++max) {
    for (int earned = 0; earned < max; ++earned) {
      ASSERT_EQ(points_for(static_cast<double>(earned) / max, max), earned) << earned << " of " << max;
    }
  }
}

TEST(ScoreTest, ALostPointNeverRoundsToNoneLost) {
  EXPECT_EQ(points_for(1 - 1e-12, 10), 9.99);
  EXPECT_EQ(points_for(0.99999, 10), 9.99);
}

TEST(ScoreTest, ManySmallPartsAddUpExactly) {
  const Score result = score(lab(std::vector<int>(10, 1)), std::vector<Verdict>(10, fail(0.1)));
  EXPECT_EQ(result.points, 1);
}

TEST(ScoreTest, AnInconclusiveCheckIsLeftOutOfTheTotal) {
  const Score result = score(lab({60, 40}), {verdict(Outcome::kPass, 1), verdict(Outcome::kInconclusive)});
  EXPECT_EQ(result.checks[1].points, std::nullopt);
  EXPECT_EQ(result.points, 60);
  EXPECT_EQ(result.max_points, 60);
  EXPECT_EQ(result.left_out, 40);
}

TEST(ScoreTest, AnErrorOfTheKitCostsTheLearnerNothing) {
  const Score result = score(lab({60, 40}), {verdict(Outcome::kError), fail(0.5)});
  EXPECT_EQ(result.checks[0].points, std::nullopt);
  EXPECT_EQ(result.points, 20);
  EXPECT_EQ(result.max_points, 40);
  EXPECT_EQ(result.left_out, 60);
}

TEST(ScoreTest, ACheckWorthNothingEarnsAndCostsNothing) {
  const Score result = score(lab({0, 10}), {fail(0), verdict(Outcome::kPass, 1)});
  EXPECT_EQ(result.checks[0].points, 0);
  EXPECT_EQ(result.points, 10);
  EXPECT_EQ(result.max_points, 10);
  EXPECT_EQ(points_for(0.9, 0), 0);
}

TEST(ScoreTest, AFractionOutsideItsRangeGivesNoMoreThanAllAndNoLessThanNothing) {
  EXPECT_EQ(points_for(1.5, 10), 10);
  EXPECT_EQ(points_for(-1, 10), 0);
  EXPECT_EQ(points_for(std::numeric_limits<double>::quiet_NaN(), 10), 0);
}

Finding found_of(FindingKind kind) {
  Finding finding;
  finding.kind = kind;
  return finding;
}

CheckScore with_finding(FindingKind kind, double fraction, double share = 0.5, Outcome outcome = Outcome::kFail) {
  Manifest manifest = lab({10});
  manifest.share_after_severe = share;
  Verdict found = verdict(outcome, fraction);
  found.findings = {found_of(FindingKind::kAssertion), found_of(kind)};
  return score(manifest, {found}).checks[0];
}

TEST(SeverityTest, ACheckInWhichASevereErrorIsFoundKeepsAtMostItsShare) {
  const CheckScore half = with_finding(FindingKind::kDataRace, 0.9);
  EXPECT_EQ(half.points, 5);
  ASSERT_TRUE(half.cap);
  EXPECT_EQ(half.cap->kind, FindingKind::kDataRace);
  EXPECT_EQ(half.cap->share, 0.5);
  EXPECT_EQ(half.cap->earned, 9);
  EXPECT_EQ(with_finding(FindingKind::kDeadlock, 0.9, 0.333).points, 3.33);
}

TEST(SeverityTest, TheTotalCountsWhatIsKept) {
  Verdict found = fail(0.9);
  found.findings = {found_of(FindingKind::kMemory)};
  EXPECT_EQ(score(lab({10, 20}), {found, fail(0.5)}).points, 15);
}

TEST(SeverityTest, NothingIsTakenFromACheckThatEarnedNoMore) {
  EXPECT_EQ(with_finding(FindingKind::kDataRace, 0.5).points, 5);
  EXPECT_FALSE(with_finding(FindingKind::kDataRace, 0.5).cap);
  EXPECT_EQ(with_finding(FindingKind::kDataRace, 0).points, 0);
  EXPECT_FALSE(with_finding(FindingKind::kDataRace, 0.9, 1).cap);
}

TEST(SeverityTest, WhatWasNotDecidedDoesNotCount) {
  EXPECT_FALSE(with_finding(FindingKind::kDataRace, 0, 0.5, Outcome::kInconclusive).points);
  EXPECT_FALSE(with_finding(FindingKind::kDataRace, 0, 0.5, Outcome::kInconclusive).cap);
  EXPECT_EQ(with_finding(FindingKind::kDataRace, 1, 0.5, Outcome::kPass).points, 10);
}

/// The section of docs/lab-authors.md that says which findings count.
std::string documented_rule() {
  const std::string page = os::read_file(std::filesystem::path(LOCKSTEP_SOURCE_DIR) / "docs/lab-authors.md").value();
  const auto begin = page.find("## Points follow severity");
  return begin == std::string::npos ? "" : page.substr(begin, page.find("\n## ", begin) - begin);
}

TEST(SeverityTest, JustTheKindsOfTheDocumentedTableCount) {
  const std::string rule = documented_rule();
  int rows = 0;
  for (const auto& [kind, spelling] : kFindingKindNames) {
    const bool documented = rule.find("\n| `" + std::string(spelling) + "` |") != std::string::npos;
    EXPECT_EQ(with_finding(kind, 0.9).points, documented ? 5 : 9) << spelling;
    rows += documented ? 1 : 0;
  }
  EXPECT_EQ(rows, 7);
}

TEST(ScoreTest, ChecksKeepTheManifestsOrderKindAndTitle) {
  Manifest manifest = lab({1, 2});
  manifest.checks[0].settings = TestsCheck{};
  manifest.checks[1].settings = AsanCheck{};
  const Score result = score(manifest, {fail(0), fail(0)});
  EXPECT_EQ(result.checks[0].id, "check-1");
  EXPECT_EQ(result.checks[0].kind, "tests");
  EXPECT_EQ(result.checks[1].kind, "asan");
  EXPECT_EQ(result.checks[1].title, "Title");
}

}  // namespace
}  // namespace lockstep
