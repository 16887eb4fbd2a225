#include "manifest/mutant.h"

#include <gtest/gtest.h>

#include "manifest/temporary_lab.h"

namespace lockstep {
namespace {

class MutantTest : public testing::Test {
 protected:
  MutantTest() {
    checkout_.write("lab.toml", manifest::kGoodManifest);
    lab_ = read_manifest(checkout_.dir()).value();
    checkout_.write("mutant/a.cpp", "");
  }

  [[nodiscard]] Result<Mutant> read(std::string_view text) const {
    checkout_.write("mutant/mutant.toml", text);
    return read_mutant(dir_, lab_);
  }

  [[nodiscard]] std::string mistakes(std::string_view text) const {
    const auto mutant = read(text);
    return mutant ? "none" : mutant.error().message;
  }

  [[nodiscard]] std::string at(int line) const { return (dir_ / "mutant.toml").string() + ":" + std::to_string(line); }

  manifest::TemporaryLab checkout_;
  std::filesystem::path dir_ = checkout_.dir() / "mutant";
  Manifest lab_;
};

TEST_F(MutantTest, IsReadWhole) {
  const auto mutant = read("why = 'no lock'\ncheck = 'races'\nfinding = 'data-race'\ncase = 'SearchTest.First'\n");
  ASSERT_TRUE(mutant) << mutant.error().message;
  EXPECT_EQ(mutant->why, "no lock");
  EXPECT_EQ(mutant->check, "races");
  EXPECT_EQ(mutant->finding, FindingKind::kDataRace);
  EXPECT_EQ(mutant->test_case, "SearchTest.First");
}

TEST_F(MutantTest, NeedsNoCase) {
  const auto mutant = read("why = 'slow'\ncheck = 'speed'\nfinding = 'speedup'\n");
  ASSERT_TRUE(mutant) << mutant.error().message;
  EXPECT_EQ(mutant->test_case, std::nullopt);
}

TEST_F(MutantTest, TellsAllItsMistakesAtOnce) {
  EXPECT_EQ(mistakes("check = 'race'\nfinding = 'datarace'\nkase = 1\n"),
            at(1) + ": found no why in the mutant; accepted: text that is not empty\n" + at(1) +
                ": found check = \"race\" in the mutant (did you mean \"races\"?); accepted: \"search\", \"join\", "
                "\"races\", \"memory\", \"speed\", \"schedules\"\n" +
                at(2) +
                ": found finding = \"datarace\" in the mutant (did you mean \"data-race\"?); accepted: "
                "\"data-race\", \"deadlock\", \"lost-wakeup\", \"livelock\", \"starvation\", \"assertion\", "
                "\"exception\", \"crash\", \"use-after-free\", \"memory\", \"undefined\", \"lock-misuse\", "
                "\"lock-order\", \"thread-leak\", \"early-exit\", \"time-out\", \"build\", \"speedup\", "
                "\"integrity\", \"nondeterminism\", \"unsupported\", \"means\"\n" +
                at(3) +
                ": found unknown key kase in the mutant (did you mean \"case\"?); accepted: why, check, finding, "
                "case");
}

TEST_F(MutantTest, ACaseMustBelongToTheCheck) {
  EXPECT_EQ(mistakes("why = 'x'\ncheck = 'memory'\nfinding = 'memory'\ncase = 'SearchTest.First'\n"),
            at(4) + ": found case = \"SearchTest.First\" in the mutant; accepted: \"JoinTest.Joins\"");
}

TEST_F(MutantTest, TheFolderHoldsFilesOfTheSubmissionOnly) {
  checkout_.write("mutant/sub/c.cpp", "");
  EXPECT_EQ(mistakes("why = 'x'\ncheck = 'speed'\nfinding = 'speedup'\n"),
            at(1) + ": found file \"sub/c.cpp\" beside it; accepted: files of submit: \"a.cpp\", \"b.cpp\"");
}

TEST_F(MutantTest, AMutantWithoutAFileIsTheSolutionItself) {
  std::filesystem::remove(dir_ / "a.cpp");
  EXPECT_EQ(mistakes("why = 'x'\ncheck = 'speed'\nfinding = 'speedup'\n"),
            at(1) + ": found no other file beside it; accepted: one or more of submit: \"a.cpp\", \"b.cpp\"");
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
