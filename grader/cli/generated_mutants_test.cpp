#include "cli/generated_mutants.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "cli/mutant_judge.h"
#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::cli {
namespace {

using Names = std::vector<std::string>;

/// A lab with a solution of two files and a variant of one.
class GeneratedMutantsTest : public testing::Test {
 protected:
  GeneratedMutantsTest() {
    manifest_.name = "01-tiny";
    manifest_.submit = {"a.cpp", "b.cpp"};
    write("a.cpp", "void f() {\n  g();\n  c.notify_all();\n}\nvoid h() {\n  g();\n}\n");
    write("b.cpp", "int k;\n");
    write("variants/v/b.cpp", "void m() {\n  n();\n}\n");
  }

  void write(const std::string& file, const std::string& text) const {
    ASSERT_TRUE(os::write_file(root_.path() / "solutions/01-tiny" / file, text));
  }

  [[nodiscard]] std::vector<GeneratedSubject> all() const {
    return generated_subjects(root_.path(), manifest_).value();
  }

  [[nodiscard]] Names chosen(const MutantChoice& choice) const {
    Names names;
    for (const GeneratedSubject& each : chosen_of(choice, all())) names.push_back(each.mutant.name);
    return names;
  }

  [[nodiscard]] Result<std::map<std::string, std::string>> reasons(const EquivalentMutant& entry) const {
    return reasons_of("equivalent.toml", std::vector{entry}, all());
  }

  os::TempDir root_ = os::TempDir::make().value();
  Manifest manifest_;
};

const Names kOfSolution{"delete-statement:a.cpp:2", "notify-one:a.cpp:3", "drop-notify:a.cpp:3",
                        "delete-statement:a.cpp:6"};

EquivalentMutant entry(const std::string& made_by, const std::string& line) {
  EquivalentMutant entry;
  entry.made_by = made_by;
  entry.file = "a.cpp";
  entry.line = line;
  entry.reason = "Once";
  entry.at_line = 4;
  return entry;
}

TEST_F(GeneratedMutantsTest, AreOfTheSolutionUnlessAVariantIsNamed) {
  EXPECT_EQ(chosen({}), kOfSolution);
  EXPECT_EQ(chosen({.only = {"v"}}), Names{"delete-statement:variants/v/b.cpp:2"});
}

TEST_F(GeneratedMutantsTest, AreChosenByOperatorAndByName) {
  EXPECT_EQ(chosen({.only = {"drop-notify"}}), Names{"drop-notify:a.cpp:3"});
  EXPECT_EQ(chosen({.only = {"v", "drop-notify"}}), Names{});
  EXPECT_EQ(chosen({.only = {"delete-statement:a.cpp:6"}}), Names{"delete-statement:a.cpp:6"});
}

TEST_F(GeneratedMutantsTest, ASampleIsTheSameAgainAndInOrder) {
  const Names first = chosen({.only = {}, .sample = 2, .seed = 3});
  EXPECT_EQ(first.size(), 2U);
  EXPECT_EQ(chosen({.only = {}, .sample = 2, .seed = 3}), first);
  EXPECT_TRUE(std::includes(kOfSolution.begin(), kOfSolution.end(), first.begin(), first.end(),
                            [](const auto& a, const auto& b) {
                              return std::find(kOfSolution.begin(), kOfSolution.end(), a) <
                                     std::find(kOfSolution.begin(), kOfSolution.end(), b);
                            }));
  EXPECT_EQ(chosen({.only = {}, .sample = 20, .seed = 3}), kOfSolution);
}

TEST_F(GeneratedMutantsTest, DifferentSeedsChooseDifferently) {
  std::set<Names> samples;
  for (int seed = 0; seed < 10; ++seed) samples.insert(chosen({.only = {}, .sample = 2, .seed = seed}));
  EXPECT_GT(samples.size(), 1U);
}

TEST_F(GeneratedMutantsTest, AWordIsKnownWhenItChoosesSomething) {
  for (const char* word : {"solution", "v", "drop-lock", "notify-one:a.cpp:3"})
    EXPECT_TRUE(is_known(word, all())) << word;
  for (const char* word : {"w", "drop-locks", "notify-one:a.cpp:4"}) EXPECT_FALSE(is_known(word, all())) << word;
}

TEST_F(GeneratedMutantsTest, TheOthersFilesAreTheBases) {
  const auto files = files_of(manifest_, all().back()).value();
  EXPECT_EQ(files.at("b.cpp"), "void m() {\n  \n}\n");
  EXPECT_NE(files.at("a.cpp").find("notify_all"), std::string::npos);
}

TEST_F(GeneratedMutantsTest, AnEntryGivesTheReason) {
  const auto found = reasons(entry("drop-notify", "c.notify_all();"));
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_EQ(*found, (std::map<std::string, std::string>{{"drop-notify:a.cpp:3", "Once"}}));
}

TEST_F(GeneratedMutantsTest, AnEntryThatFitsNothingIsAnError) {
  const auto found = reasons(entry("drop-notify", "c.notify_one();"));
  ASSERT_FALSE(found);
  EXPECT_TRUE(
      found.error().message.starts_with("equivalent.toml:4: no mutant is made by drop-notify of a line "
                                        "\"c.notify_one();\" of a.cpp"))
      << found.error().message;
}

TEST_F(GeneratedMutantsTest, AnEntryThatFitsSeveralMustSayWhichOne) {
  EquivalentMutant twice = entry("delete-statement", "g();");
  const auto found = reasons(twice);
  ASSERT_FALSE(found);
  EXPECT_NE(found.error().message.find("2 mutants fit: delete-statement:a.cpp:2, delete-statement:a.cpp:6"),
            std::string::npos)
      << found.error().message;
  twice.below = "void h() {";
  EXPECT_TRUE(reasons(twice)->contains("delete-statement:a.cpp:6"));
}

TEST_F(GeneratedMutantsTest, AnEntryMayTellWhatTheLineBecomes) {
  EquivalentMutant other = entry("notify-one", "c.notify_all();");
  other.becomes = "c.notify_one();";
  EXPECT_TRUE(reasons(other));
  other.becomes = "c.notify_two();";
  EXPECT_FALSE(reasons(other));
}

TEST(StagesTest, HaveTheCheapestChecksFirstAndNoSpeedup) {
  Manifest manifest;
  const auto add = [&](const std::string& id, int points, CheckSettings settings) {
    Check check;
    check.id = id;
    check.points = points;
    check.settings = std::move(settings);
    manifest.checks.push_back(std::move(check));
  };
  TsanCheck tsan;
  tsan.of = {"tests", "more"};
  add("tsan", 5, tsan);
  add("speedup", 5, SpeedupCheck{});
  add("explorer", 5, ExplorerCheck{.program = "e", .cases = {{"E.One", 5}}});
  add("given", 0, TestsCheck{.program = "t", .cases = {{"A.Free", 0}}});
  add("tests", 5, TestsCheck{.program = "t", .cases = {{"A.One", 1}, {"A.Free", 0}, {"A.Two", 2}, {"A.Three", 2}}});

  const std::vector<Stage> stages = stages_of(manifest, 2);
  std::vector<Names> ids;
  for (const Stage& stage : stages) {
    ids.emplace_back();
    for (const Check& check : stage.judged) ids.back().push_back(check.id);
  }
  EXPECT_EQ(ids, (std::vector<Names>{{"tests", "tests"}, {"explorer"}, {"tsan", "tsan"}}));
  const auto first = own_cases(stages[0].judged[0]);
  ASSERT_EQ(first.size(), 2U);
  EXPECT_EQ(first[1].name, "A.Two");
  EXPECT_EQ(own_cases(stages[0].judged[1]).size(), 1U);
  EXPECT_EQ(sanitizer_of(stages[2].judged[1])->of, Names{"more"});
}

}  // namespace
}  // namespace lockstep::cli
