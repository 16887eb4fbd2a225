#include "manifest/hidden_checks.h"

#include <gtest/gtest.h>

#include "manifest/mutant.h"
#include "manifest/temporary_lab.h"

namespace lockstep {
namespace {

/// Hidden checks without a mistake.
constexpr std::string_view kGoodChecks = R"(# Other data.
[[check]]
id = "hidden"
kind = "tests"
title = "Other data"
points = 4
program = "tiny_hidden"
[check.cases]
"HiddenTest.First" = 3
"HiddenTest.Second" = 1

[[check]]
id = "hidden-races"
kind = "tsan"
title = "No data race there"
points = 5

[[check]]
id = "hidden-schedules"
kind = "explorer"
title = "Other threads"
points = 2
program = "tiny_hidden_explored"
read = "README.md#threads"
[check.cases]
"HiddenExploredTest.Meets" = 2
)";

class HiddenChecksTest : public testing::Test {
 protected:
  HiddenChecksTest() {
    checkout_.write("lab.toml", manifest::kGoodManifest);
    checkout_.write("hidden/CMakeLists.txt", "");
    lab_ = read_manifest(checkout_.dir()).value();
  }

  [[nodiscard]] Result<Manifest> read(std::string_view text) const {
    checkout_.write("hidden/checks.toml", text);
    return with_hidden_checks(lab_, dir_);
  }

  /// What is said to the good checks with `from` replaced by `to`, without the path.
  [[nodiscard]] std::string mistakes(std::string_view from, std::string_view to) const {
    std::string text(kGoodChecks);
    const auto place = text.find(from);
    EXPECT_NE(place, std::string::npos) << from;
    text.replace(place, from.size(), to);
    const auto lab = read(text);
    if (lab) return "none";
    EXPECT_EQ(lab.error().fault, Fault::kInput);
    const std::string path = (dir_ / "checks.toml").string() + ":";
    std::string message = lab.error().message;
    for (auto at = message.find(path); at != std::string::npos; at = message.find(path)) message.erase(at, path.size());
    return message;
  }

  manifest::TemporaryLab checkout_;
  std::filesystem::path dir_ = checkout_.dir() / "hidden";
  Manifest lab_;
};

TEST_F(HiddenChecksTest, FollowTheLabsOwnAndAddTheirPoints) {
  const auto lab = read(kGoodChecks);
  ASSERT_TRUE(lab) << lab.error().message;
  EXPECT_EQ(lab->points, 111);
  EXPECT_EQ(lab->hidden, dir_);
  ASSERT_EQ(lab->checks.size(), lab_.checks.size() + 3);
  for (std::size_t i = 0; i < lab->checks.size(); ++i) EXPECT_EQ(lab->checks[i].hidden, i >= lab_.checks.size()) << i;
  EXPECT_EQ(lab->checks[6].id, "hidden");
  EXPECT_EQ(program_of_cases(lab->checks[8]), "tiny_hidden_explored");
}

TEST_F(HiddenChecksTest, ALabWithoutThemHasNone) {
  EXPECT_TRUE(lab_.hidden.empty());
  for (const Check& check : lab_.checks) EXPECT_FALSE(check.hidden) << check.id;
}

TEST_F(HiddenChecksTest, OfMeansHiddenTests) {
  const auto lab = read(kGoodChecks).value();
  EXPECT_EQ(std::get<TsanCheck>(lab.checks[7].settings).of, (std::vector<std::string>{"hidden"}));
  EXPECT_EQ(mistakes("title = \"No data race there\"", "title = \"No data race\"\nof = [\"search\"]"),
            "16: found of = \"search\"; accepted: ids of checks of kind tests, each once: \"hidden\"");
}

TEST_F(HiddenChecksTest, AnIdOfTheLabIsTaken) {
  EXPECT_EQ(mistakes("id = \"hidden-races\"", "id = \"races\""),
            "13: found id = \"races\", as in lab.toml; accepted: an id that no other check of the lab has");
}

TEST_F(HiddenChecksTest, AnIdMayBeUsedOnce) {
  EXPECT_EQ(mistakes("id = \"hidden-races\"", "id = \"hidden\""),
            "13: found id = \"hidden\" again, as on line 3; accepted: an id that no other check of the lab has");
}

TEST_F(HiddenChecksTest, AProgramOfTheLabIsNoneOfTheirs) {
  EXPECT_EQ(mistakes("program = \"tiny_hidden\"", "program = \"tiny_test\""),
            "7: found program = \"tiny_test\", one of lab.toml; accepted: a program of the CMakeLists.txt beside it");
}

TEST_F(HiddenChecksTest, CasesAddUpToTheirCheck) {
  EXPECT_EQ(mistakes("points = 4", "points = 5"),
            "8: found cases worth 4 points together; accepted: the 5 points of their check");
}

TEST_F(HiddenChecksTest, UnknownKeysAreRefused) {
  EXPECT_EQ(
      mistakes("program = \"tiny_hidden\"", "program = \"tiny_hidden\"\nsources = [\"a.cpp\"]"),
      "8: found unknown key sources in [[check]]; accepted: id, kind, title, points, read, limits, program, cases");
  EXPECT_EQ(mistakes("# Other data.", "points = 11"),
            "1: found unknown key points in the hidden checks; accepted: check");
}

TEST_F(HiddenChecksTest, SpeedupAndMeansAreTheLabsOwn) {
  EXPECT_EQ(mistakes("kind = \"tsan\"", "kind = \"speedup\""),
            "14: found kind = \"speedup\" in [[check]]; accepted: \"tests\", \"tsan\", \"asan\", \"explorer\"");
}

TEST_F(HiddenChecksTest, APageToReadIsOneOfTheLab) {
  EXPECT_EQ(
      mistakes("README.md#threads", "threads.md"),
      "24: found read = \"threads.md\", a page that is not there; accepted: a file, relative to the lab's folder, "
      "perhaps with #section");
}

TEST_F(HiddenChecksTest, AFolderWithoutProgramsIsRefused) {
  std::filesystem::remove(dir_ / "CMakeLists.txt");
  EXPECT_EQ(mistakes("# Other data.", ""),
            "1: found no CMakeLists.txt beside it; accepted: a folder that has one, with the programs of the checks");
}

TEST_F(HiddenChecksTest, AMutantMayFallToOne) {
  checkout_.write("mutant/a.cpp", "");
  checkout_.write("mutant/mutant.toml",
                  "why = 'x'\nbase = 'solution'\nlarge = true\ncheck = 'hidden'\nfinding = 'assertion'\ncase = "
                  "'HiddenTest.First'\n");
  const auto mutant = read_mutant(checkout_.dir() / "mutant", read(kGoodChecks).value());
  ASSERT_TRUE(mutant) << mutant.error().message;
  EXPECT_EQ(mutant->check, "hidden");
  EXPECT_FALSE(read_mutant(checkout_.dir() / "mutant", lab_)) << "without hidden checks there is no such check";
}

}  // namespace
}  // namespace lockstep
