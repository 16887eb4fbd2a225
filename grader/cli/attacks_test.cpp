#include "cli/attacks.h"

#include <gtest/gtest.h>

namespace lockstep::cli {
namespace {

Manifest attacked_lab() {
  Manifest lab;
  lab.checks = {{.id = "tests", .title = "", .points = 60, .limits = {}, .settings = {}, .read = ""},
                {.id = "tsan", .title = "", .points = 40, .limits = {}, .settings = {}, .read = ""}};
  return lab;
}

Verdict failed_with(FindingKind kind, std::string message) {
  Finding finding;
  finding.kind = kind;
  finding.message = std::move(message);
  return {.outcome = Outcome::kFail, .fraction = 0, .findings = {finding}, .cases = {}, .notes = {}};
}

Verdict passed() { return {.outcome = Outcome::kPass, .fraction = 1, .findings = {}, .cases = {}, .notes = {}}; }

Verdict undecided() {
  return {.outcome = Outcome::kInconclusive, .fraction = 0, .findings = {}, .cases = {}, .notes = {}};
}

Attack any_attack() {
  Attack attack;
  attack.finding = FindingKind::kBuild;
  attack.says = "No such file";
  return attack;
}

const std::vector<Verdict> kNotBuilt{failed_with(FindingKind::kBuild, "tiny.cpp:1: No such file or directory"),
                                     failed_with(FindingKind::kBuild, "likewise")};

TEST(AttackEndTest, EarnsNothingWithItsFinding) {
  const AttackEnd end = end_of(any_attack(), attacked_lab(), kNotBuilt);
  EXPECT_EQ(end.wrong, "");
  EXPECT_EQ(end.points, 0);
}

TEST(AttackEndTest, MustNotEarnMore) {
  const std::vector<Verdict> earned{kNotBuilt[0], passed()};
  EXPECT_EQ(end_of(any_attack(), attacked_lab(), earned).wrong, "it earned 40 points, and may earn 0");
}

TEST(AttackEndTest, MayEarnWhatItsDescriptionSays) {
  Attack some = any_attack();
  some.points = 40;
  EXPECT_EQ(end_of(some, attacked_lab(), std::vector{kNotBuilt[0], passed()}).wrong, "");
}

TEST(AttackEndTest, TheFindingMustBeOfTheKindAndTheCheckAndSayTheWords) {
  Attack other = any_attack();
  other.finding = FindingKind::kCrash;
  EXPECT_NE(end_of(other, attacked_lab(), kNotBuilt).wrong.find("no finding crash"), std::string::npos);
  other = any_attack();
  other.check = "tsan";
  EXPECT_NE(end_of(other, attacked_lab(), kNotBuilt).wrong.find("that says \"No such file\""), std::string::npos);
}

TEST(AttackEndTest, NoReportMayHoldASecret) {
  Attack secret = any_attack();
  secret.secrets = {"root:x"};
  EXPECT_EQ(end_of(secret, attacked_lab(), kNotBuilt).wrong, "");
  std::vector<Verdict> told = kNotBuilt;
  told[1].findings[0].raw = "root:x:0:0";
  EXPECT_EQ(end_of(secret, attacked_lab(), told).wrong, "a report holds \"root:x\"");
  told = kNotBuilt;
  told[1].notes = {"root:x:0:0"};
  EXPECT_NE(end_of(secret, attacked_lab(), told).wrong, "");
}

TEST(AttackEndTest, WhatCouldNotBeJudgedIsNotADefence) {
  EXPECT_NE(
      end_of(any_attack(), attacked_lab(), std::vector{kNotBuilt[0], undecided()}).wrong.find("tsan is inconclusive"),
      std::string::npos);
}

TEST(AttackEndTest, WhatIsKnownToWinMustWin) {
  Attack winner = any_attack();
  winner.wins = "it runs in the process of the tests";
  const AttackEnd won = end_of(winner, attacked_lab(), std::vector{kNotBuilt[0], passed()});
  EXPECT_EQ(won.wrong, "");
  EXPECT_TRUE(won.is_known_to_win);
  EXPECT_NE(end_of(winner, attacked_lab(), kNotBuilt).wrong.find("take `wins` out"), std::string::npos);
}

}  // namespace
}  // namespace lockstep::cli
