#include "cli/tests_summary.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <utility>

namespace lockstep::cli {
namespace {

Finding finding(const std::string& of_case, const std::string& message) {
  Finding result;
  result.kind = FindingKind::kAssertion;
  result.message = message;
  result.of_case = of_case;
  return result;
}

/// A check of these cases, and what came of it: a case with a message failed.
class TestsSummaryTest : public testing::Test {
 protected:
  void add_check(const std::vector<std::pair<std::string, std::string>>& cases) {
    TestsCheck settings;
    Verdict verdict;
    for (const auto& [name, message] : cases) {
      settings.cases.push_back({.name = name, .points = 1});
      verdict.cases.push_back({.name = name, .verdict = message.empty() ? Outcome::kPass : Outcome::kFail});
      if (!message.empty()) verdict.findings.push_back(finding(name, message));
    }
    add(settings, verdict);
  }
  void add(const TestsCheck& settings, const Verdict& verdict) {
    Check check;
    check.settings = settings;
    checks_.push_back(std::move(check));
    verdicts_.push_back(verdict);
  }
  TestsSummary summary() const { return summary_of(checks_, {.verdicts = verdicts_, .warnings = warnings_}); }
  std::string text(const TestsStyle& style = {}) const { return tests_text(summary(), "01", "labs/01", style); }

  std::vector<Check> checks_;
  std::vector<Verdict> verdicts_;
  std::vector<build::Diagnostic> warnings_;
};

TEST_F(TestsSummaryTest, SaysWhatToDoNextWhenAllPassed) {
  add_check({{"A.One", ""}, {"A.Two", ""}});
  EXPECT_TRUE(summary().all_passed());
  EXPECT_EQ(text(), "\n✓ 2 passed, 0 failed\nAll checks, with points: ./lab grade 01\n");
}

TEST_F(TestsSummaryTest, ShowsTheFirstFailureInFullAndNamesTheRest) {
  add_check({{"A.One", ""}, {"A.Two", "A.Two:\nis 3"}, {"A.Three", "A.Three:\nis 4"}});
  verdicts_[0].findings[0].file = "a.cpp";
  verdicts_[0].findings[0].line = 7;
  verdicts_[0].findings[0].read = "README.md#part-1";
  EXPECT_FALSE(summary().all_passed());
  EXPECT_EQ(text(),
            "\nlabs/01/a.cpp:7:\nA.Two:\nis 3\nRead: README.md#part-1\n"
            "\n✗ 1 passed, 2 failed\n    A.Two\n    A.Three\nAll failures in full: ./lab test 01 --all\n");
}

TEST_F(TestsSummaryTest, ShowsEachInFullWhenAllAreWanted) {
  add_check({{"A.One", "A.One:\nis 3"}, {"A.Two", "A.Two:\nis 4"}});
  EXPECT_EQ(text({.all = true}), "\nA.One:\nis 3\n\nA.Two:\nis 4\n\n✗ 0 passed, 2 failed\n    A.One\n    A.Two\n");
}

TEST_F(TestsSummaryTest, NamesTheCasesAgainThatWereAskedFor) {
  add_check({{"A.One", "A.One:\nis 3"}, {"A.Two", "A.Two:\nis 4"}});
  EXPECT_NE(text({.named = {"A.One", "A.Two"}}).find("All failures in full: ./lab test 01 A.One A.Two --all\n"),
            std::string::npos)
      << text({.named = {"A.One", "A.Two"}});
}

TEST_F(TestsSummaryTest, HasALineForEachPartThatIsNotBegun) {
  const std::string second =
      ":\nC++ exception with description \"f is not written yet: see part 2 of README.md\" thrown";
  add_check(
      {{"A.One", "A.One:\nterminated: g is not written yet: see part 10 of README.md"}, {"B.One", "B.One" + second}});
  add_check({{"B.Two", "B.Two" + second}, {"B.Three", ""}});
  EXPECT_FALSE(summary().all_passed());
  EXPECT_EQ(text(),
            "\n✗ 1 passed, 0 failed, 3 wait\n"
            "Part 2 is not written yet: 2 cases wait for it\n"
            "Part 10 is not written yet: 1 case waits for it\n");
}

TEST_F(TestsSummaryTest, TellsOnceWhatEveryCheckFound) {
  Finding of_all = finding("", "test ended before any test began.");
  for (const char* name : {"A.One", "B.One"}) {
    add_check({{name, ""}});
    verdicts_.back().cases[0].verdict = Outcome::kFail;
    verdicts_.back().findings = {of_all};
  }
  EXPECT_EQ(text({.all = true}), "\ntest ended before any test began.\n\n✗ 0 passed, 0 failed, 2 wait\n");
}

TEST_F(TestsSummaryTest, CountsAllCasesAsWaitingWhenTheLabDoesNotBuild) {
  add_check({{"A.One", ""}, {"A.Two", ""}});
  add_check({{"B.One", ""}});
  verdicts_.resize(1);
  verdicts_[0].cases.clear();
  verdicts_[0].findings = {finding("", "a.cpp:3: error: no")};
  EXPECT_FALSE(summary().all_passed());
  EXPECT_EQ(text(), "\na.cpp:3: error: no\n\n✗ 0 passed, 0 failed, 3 wait\n");
}

TEST_F(TestsSummaryTest, SaysThatTheCasesWaitForCodeThatCompiles) {
  add_check({{"A.One", ""}, {"A.Two", ""}});
  verdicts_[0].cases.clear();
  verdicts_[0].findings = {finding("", "a.cpp:3: error: no")};
  verdicts_[0].findings[0].kind = FindingKind::kBuild;
  EXPECT_EQ(text(),
            "\na.cpp:3: error: no\n\n✗ 0 passed, 0 failed, 2 wait\nIt does not compile: 2 cases wait for that\n");
}

TEST_F(TestsSummaryTest, NamesTenFailuresAndCountsTheOthers) {
  std::vector<std::pair<std::string, std::string>> cases;
  cases.reserve(12);
  for (int i = 0; i < 12; ++i) cases.emplace_back(fmt::format("A.Case{}", i), fmt::format("A.Case{}:\nno", i));
  add_check(cases);
  EXPECT_NE(text().find("    A.Case9\n    and 2 more\n"), std::string::npos) << text();
  EXPECT_EQ(text().find("A.Case10"), std::string::npos) << text();
}

TEST_F(TestsSummaryTest, SaysWhyACaseWasNotJudged) {
  add_check({{"A.One", ""}});
  verdicts_[0].cases[0].verdict = Outcome::kInconclusive;
  verdicts_[0].notes = {"A.One is not judged: the machine was too busy."};
  EXPECT_TRUE(summary().all_passed());
  EXPECT_NE(text().find("0 passed, 0 failed\nA.One is not judged: the machine was too busy.\n"), std::string::npos)
      << text();
}

TEST_F(TestsSummaryTest, ShowsWhatTheCompilerWarnsOf) {
  add_check({{"A.One", ""}});
  warnings_ = {{.at = {.file = "a.cpp", .line = 3},
                .message = "a.cpp:3:1: warning: no return statement",
                .excerpt = {"    3 | }", "      | ^"}}};
  EXPECT_EQ(text(),
            "\nlabs/01/a.cpp:3:1: warning: no return statement\n    3 | }\n      | ^\n"
            "\n✓ 1 passed, 0 failed\nAll checks, with points: ./lab grade 01\n");
}

TEST_F(TestsSummaryTest, ShowsFiveWarningsAndCountsTheOthers) {
  add_check({{"A.One", ""}});
  for (int line = 1; line <= 7; ++line) {
    const std::string place = fmt::format("a.cpp:{}:1", line);
    warnings_.push_back({.at = {.file = "a.cpp", .line = line}, .message = place + ": warning: unused"});
  }
  EXPECT_NE(text().find("a.cpp:5:1: warning: unused\nand 2 more warnings\n\n✓"), std::string::npos) << text();
}

TEST_F(TestsSummaryTest, ShowsWarningsBeforeTheFailureThatTheyMayExplain) {
  add_check({{"A.One", "A.One:\nis 3"}});
  warnings_ = {{.at = {.file = "a.cpp", .line = 3}, .message = "a.cpp:3:1: warning: no return statement"}};
  EXPECT_LT(text().find("no return statement"), text().find("is 3")) << text();
}

TEST_F(TestsSummaryTest, SaysHowToSeeWhereACaseCrashed) {
  add_check({{"A.One", "A.One was killed by signal 11"}});
  EXPECT_EQ(text().find("./lab debug"), std::string::npos) << text();
  verdicts_[0].findings[0].kind = FindingKind::kCrash;
  EXPECT_NE(text().find("To see where: ./lab debug 01 A.One\n"), std::string::npos) << text();
}

TEST_F(TestsSummaryTest, FitsTheTerminal) {
  std::string words = "A.One:\n";
  for (int i = 0; i < 30; ++i) words += "is wrong ";
  add_check({{"A.One", words}});
  const std::string narrow = text({.width = 40});
  for (std::size_t at = 0; at < narrow.size();) {
    const std::size_t end = narrow.find('\n', at);
    const bool is_command = narrow.compare(at, 4, "All ") == 0;
    EXPECT_TRUE(is_command || end - at <= 42) << narrow;
    at = end + 1;
  }
}

TEST_F(TestsSummaryTest, LeavesTheTerminalAsItWasWhateverAMessageHolds) {
  add_check({{"A.One", "A.One:\n\x1b[2Jcleared"}});
  EXPECT_EQ(text().find('\x1b'), std::string::npos);
  EXPECT_NE(text({.colour = true}).find("\x1b[31m✗\x1b[0m"), std::string::npos);
}

}  // namespace
}  // namespace lockstep::cli
