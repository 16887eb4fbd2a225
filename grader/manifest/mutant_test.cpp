#include "manifest/mutant.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "manifest/temporary_lab.h"

namespace lockstep {
namespace {

constexpr std::string_view kPatch = "--- a/a.cpp\n+++ b/a.cpp\n@@ -1 +1 @@\n-x\n+y\n";

/// A patch of a.cpp that changes so many lines.
std::string patch_of(int lines) {
  std::string text = fmt::format("--- a/a.cpp\n+++ b/a.cpp\n@@ -0,0 +1,{} @@\n", lines);
  for (int i = 0; i < lines; ++i) text += "+x\n";
  return text;
}

class MutantTest : public testing::Test {
 protected:
  MutantTest() {
    checkout_.write("lab.toml", manifest::kGoodManifest);
    lab_ = read_manifest(checkout_.dir()).value();
    checkout_.write("solution/mutants/m/change.patch", kPatch);
  }

  [[nodiscard]] Result<Mutant> read(std::string_view text) const {
    checkout_.write("solution/mutants/m/mutant.toml", text);
    return read_mutant(dir_, lab_);
  }

  [[nodiscard]] std::string mistakes(std::string_view text) const {
    const auto mutant = read(text);
    return mutant ? "none" : mutant.error().message;
  }

  [[nodiscard]] std::string at(int line) const { return (dir_ / "mutant.toml").string() + ":" + std::to_string(line); }

  manifest::TemporaryLab checkout_;
  std::filesystem::path dir_ = checkout_.dir() / "solution/mutants/m";
  Manifest lab_;
};

TEST_F(MutantTest, IsReadWhole) {
  const auto mutant =
      read("why = 'no lock'\nbase = 'solution'\ncheck = 'races'\nfinding = 'data-race'\ncase = 'SearchTest.First'\n");
  ASSERT_TRUE(mutant) << mutant.error().message;
  EXPECT_EQ(mutant->why, "no lock");
  EXPECT_EQ(mutant->base, "solution");
  EXPECT_EQ(mutant->change.changed_lines, 2);
  EXPECT_EQ(mutant->check, "races");
  EXPECT_EQ(mutant->finding, FindingKind::kDataRace);
  EXPECT_EQ(mutant->test_case, "SearchTest.First");
}

TEST_F(MutantTest, NeedsNoCase) {
  const auto mutant = read("why = 'slow'\nbase = 'solution'\ncheck = 'speed'\nfinding = 'speedup'\n");
  ASSERT_TRUE(mutant) << mutant.error().message;
  EXPECT_EQ(mutant->test_case, std::nullopt);
}

TEST_F(MutantTest, TellsAllItsMistakesAtOnce) {
  EXPECT_EQ(mistakes("check = 'race'\nfinding = 'datarace'\ncaze = 1\n"),
            at(1) + ": found no why in the mutant; accepted: text that is not empty\n" + at(1) +
                ": found no base in the mutant; accepted: text that is not empty\n" + at(1) +
                ": found check = \"race\" in the mutant (did you mean \"races\"?); accepted: \"search\", \"join\", "
                "\"races\", \"memory\", \"speed\", \"schedules\"\n" +
                at(2) +
                ": found finding = \"datarace\" in the mutant (did you mean \"data-race\"?); accepted: "
                "\"data-race\", \"deadlock\", \"lost-wakeup\", \"livelock\", \"starvation\", \"assertion\", "
                "\"exception\", \"crash\", \"use-after-free\", \"memory\", \"undefined\", \"lock-misuse\", "
                "\"lock-order\", \"thread-leak\", \"early-exit\", \"time-out\", \"build\", \"speedup\", "
                "\"integrity\", \"nondeterminism\", \"unsupported\", \"forbidden-api\", \"missing-api\", "
                "\"change-size\", \"unwritten\"\n" +
                at(3) +
                ": found unknown key caze in the mutant (did you mean \"case\"?); accepted: why, base, check, "
                "finding, case, large");
}

TEST_F(MutantTest, ACaseMustBelongToTheCheck) {
  EXPECT_EQ(mistakes("why = 'x'\nbase = 'solution'\ncheck = 'memory'\nfinding = 'memory'\ncase = 'SearchTest.First'\n"),
            at(5) + ": found case = \"SearchTest.First\" in the mutant; accepted: \"JoinTest.Joins\"");
}

constexpr std::string_view kSlow = "why = 'x'\nbase = 'solution'\ncheck = 'speed'\nfinding = 'speedup'\n";

std::string large(std::string_view truth) { return fmt::format("{}large = {}\n", kSlow, truth); }

TEST_F(MutantTest, TheFolderHoldsFilesOfTheSubmissionOnly) {
  checkout_.write("solution/mutants/m/sub/c.cpp", "");
  EXPECT_EQ(mistakes(large("true")),
            at(1) + ": found file \"sub/c.cpp\" beside it; accepted: files of submit: \"a.cpp\", \"b.cpp\"");
}

TEST_F(MutantTest, AMutantWithoutAPatchIsItsBase) {
  std::filesystem::remove(dir_ / "change.patch");
  EXPECT_EQ(mistakes(kSlow),
            at(1) + ": found no change.patch beside it; accepted: a patch of its base, or whole files of submit");
}

TEST_F(MutantTest, SaysWhatItDiffersFrom) {
  checkout_.write("solution/variants/queue/variant.toml", "");
  const auto mutant = read("why = 'x'\nbase = 'variants/queue'\ncheck = 'speed'\nfinding = 'speedup'\n");
  ASSERT_TRUE(mutant) << mutant.error().message;
  EXPECT_EQ(mutant->base, "variants/queue");
  EXPECT_EQ(mistakes("why = 'x'\nbase = 'variants/queu'\ncheck = 'speed'\nfinding = 'speedup'\n"),
            at(2) +
                ": found base = \"variants/queu\" in the mutant (did you mean \"variants/queue\"?); accepted: "
                "\"solution\", \"variants/queue\"");
}

TEST_F(MutantTest, ALargePatchSaysSo) {
  const std::string accepted =
      "; accepted: a patch that changes 12 lines at most, or large = true where the fault needs more";
  checkout_.write("solution/mutants/m/change.patch", patch_of(12));
  EXPECT_EQ(mistakes(kSlow), "none");
  EXPECT_EQ(mistakes(large("true")),
            at(5) +
                ": found large = true and 12 changed lines; accepted: large for more than 12 changed lines, or "
                "whole files");
  checkout_.write("solution/mutants/m/change.patch", patch_of(13));
  EXPECT_EQ(mistakes(kSlow), at(1) + ": found 13 changed lines and no large" + accepted);
  EXPECT_EQ(mistakes(large("false")), at(5) + ": found 13 changed lines and no large" + accepted);
  EXPECT_EQ(mistakes(large("true")), "none");
  EXPECT_EQ(mistakes(large("1")), at(5) + ": found large = 1 in the mutant; accepted: true or false\n" + at(5) +
                                      ": found 13 changed lines and no large" + accepted);
}

TEST_F(MutantTest, WholeFilesAreLarge) {
  checkout_.write("solution/mutants/m/b.cpp", "");
  EXPECT_EQ(mistakes(large("true")), "none");
  EXPECT_EQ(mistakes(kSlow), at(1) +
                                 ": found whole file \"b.cpp\" and no large; accepted: a patch that changes 12 "
                                 "lines at most, or large = true where the fault needs more");
}

TEST_F(MutantTest, AFileIsWholeOrChanged) {
  checkout_.write("solution/mutants/m/a.cpp", "");
  EXPECT_EQ(
      mistakes(large("true")),
      at(1) + ": found \"a.cpp\" beside it, which change.patch changes; accepted: a file either whole or changed");
}

TEST_F(MutantTest, MistakesOfThePatchJoinThoseOfTheDescription) {
  checkout_.write("solution/mutants/m/change.patch", "--- a/c.cpp\n");
  EXPECT_EQ(mistakes("base = 'solution'\ncheck = 'speed'\nfinding = 'speedup'\n"),
            at(1) + ": found no why in the mutant; accepted: text that is not empty\n" +
                (dir_ / "change.patch").string() +
                ":1: found \"--- a/c.cpp\"; accepted: \"--- a/FILE\" with a file of submit: \"a.cpp\", \"b.cpp\"");
}

TEST_F(MutantTest, AVariantSaysWhyItIsThere) {
  checkout_.write("variant/b.cpp", "");
  checkout_.write("variant/variant.toml", "why = 'an atomic index'\n");
  const auto variant = read_variant(checkout_.dir() / "variant", lab_);
  ASSERT_TRUE(variant) << variant.error().message;
  EXPECT_EQ(variant->why, "an atomic index");
  checkout_.write("variant/tests.cpp", "");
  EXPECT_FALSE(read_variant(checkout_.dir() / "variant", lab_)) << "a file that is not submitted";
  std::filesystem::remove(checkout_.dir() / "variant" / "tests.cpp");
  checkout_.write("variant/variant.toml", "");
  EXPECT_FALSE(read_variant(checkout_.dir() / "variant", lab_));
}

TEST_F(MutantTest, AFolderWithoutDescriptionIsAnInputError) {
  const auto mutant = read_mutant(checkout_.dir() / "hints", lab_);
  ASSERT_FALSE(mutant);
  EXPECT_EQ(mutant.error().fault, Fault::kInput);
}

}  // namespace
}  // namespace lockstep
