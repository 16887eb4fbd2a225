#include "cli/mutation_score.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "os/file.h"

namespace lockstep::cli {
namespace {

JudgedMutant judged(std::string_view made_by, int line, MutantEnd end, const std::string& reason = "") {
  return {.mutant = {.name = std::string(made_by) + ":a.cpp:" + std::to_string(line),
                     .made_by = mutation::find_operator(made_by),
                     .file = "a.cpp",
                     .line = line,
                     .text = "",
                     .changes = {{line, "before();", "after();"}}},
          .end = end,
          .by = end == MutantEnd::kFallen ? "tests: A.B: assertion" : "",
          .reason = reason};
}

const std::vector<JudgedMutant> kAll{
    judged("drop-lock", 1, MutantEnd::kFallen),           judged("drop-lock", 2, MutantEnd::kSurvived),
    judged("drop-lock", 3, MutantEnd::kSurvived, "Once"), judged("off-by-one", 4, MutantEnd::kNotCompiled),
    judged("off-by-one", 5, MutantEnd::kEqual),           judged("off-by-one", 6, MutantEnd::kFallen),
};

TEST(MutationScoreTest, CountsThoseThatCompileAndDiffer) {
  EXPECT_DOUBLE_EQ(mutation_score(kAll), 0.5);
  EXPECT_DOUBLE_EQ(mutation_score({}), 1);
}

TEST(MutationScoreTest, ASurvivorIsOpenUnlessItIsListed) {
  EXPECT_TRUE(is_open(kAll[1]));
  EXPECT_FALSE(is_open(kAll[2]));
  EXPECT_FALSE(is_open(kAll[0]));
  EXPECT_TRUE(is_open(judged("drop-lock", 1, MutantEnd::kUnclear)));
}

TEST(MutationScoreTest, AListedOneThatDoesNotSurviveIsOpen) {
  for (const MutantEnd end : {MutantEnd::kFallen, MutantEnd::kEqual, MutantEnd::kNotCompiled}) {
    EXPECT_TRUE(is_open(judged("drop-lock", 1, end, "Once"))) << name(end);
  }
}

TEST(MutationScoreTest, TheTextHasEachOperatorAndEachSurvivor) {
  const std::string text = text_of(kAll);
  EXPECT_NE(text.find("  drop-lock              3             0          0       1         2        1\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("  all                    6             1          1       2         2        1\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("Mutation score: 2 of 4 fell, 50.0 %; 1 of the others listed as equivalent."), std::string::npos)
      << text;
  EXPECT_NE(text.find("✗ drop-lock:a.cpp:2 survived\n    a.cpp:2\n    - before();\n    + after();\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("= drop-lock:a.cpp:3: Once\n"), std::string::npos) << text;
  EXPECT_EQ(text.find("✗ drop-lock:a.cpp:3"), std::string::npos) << text;
}

TEST(MutationScoreTest, TheTextSaysWhatAListedOneFallsTo) {
  const std::vector all{judged("drop-lock", 1, MutantEnd::kFallen, "Once")};
  EXPECT_NE(text_of(all).find("listed as equivalent, but fallen: tests: A.B: assertion: take the entry out"),
            std::string::npos)
      << text_of(all);
}

TEST(MutationScoreTest, AnEndIsKept) {
  for (const MutantEnd end :
       {MutantEnd::kNotCompiled, MutantEnd::kEqual, MutantEnd::kFallen, MutantEnd::kSurvived, MutantEnd::kUnclear}) {
    MutantEnd read{};
    std::string by;
    EXPECT_TRUE(end_from(to_json(end, "x"), read, by));
    EXPECT_EQ(read, end);
    EXPECT_EQ(by, "x");
  }
  MutantEnd read{};
  std::string by;
  EXPECT_FALSE(end_from({{"end", "else"}}, read, by));
}

TEST(MutationScoreTest, ThePageHasTheTableOfOperators) {
  const auto page = os::read_file(std::filesystem::path(LOCKSTEP_SOURCE_DIR) / "docs/lab-authors.md").value();
  std::string table = "| operator | what becomes of the text |\n|---|---|\n";
  for (const mutation::Operator& each : mutation::operators()) {
    table += "| `" + std::string(each.name) + "` | " + std::string(each.change) + " |\n";
  }
  EXPECT_NE(page.find("\n" + table + "\n"), std::string::npos) << "docs/lab-authors.md must have:\n" << table;
}

}  // namespace
}  // namespace lockstep::cli
