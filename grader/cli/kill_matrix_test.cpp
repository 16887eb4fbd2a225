#include "cli/kill_matrix.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/named_cases.h"

namespace lockstep::cli {
namespace {

Check check(const std::string& id, decltype(Check::settings) settings) {
  Check check;
  check.id = id;
  check.points = 10;
  check.settings = std::move(settings);
  return check;
}

Manifest lab() {
  Manifest manifest;
  manifest.name = "01-tiny";
  manifest.checks = {check("tests", TestsCheck{.program = "t", .cases = {{"A.One", 5}, {"A.Two", 5}, {"A.Free", 0}}}),
                     check("explorer", ExplorerCheck{.program = "e", .cases = {{"E.One", 10}}}),
                     check("tsan", TsanCheck{}), check("speedup", SpeedupCheck{})};
  return manifest;
}

Subject mutant(const std::string& name, const std::string& check) {
  Subject subject{.role = Role::kMutant, .name = name, .submission = {}, .mutant = Mutant{}};
  subject.mutant->check = check;
  return subject;
}

Verdict verdict(std::vector<CaseVerdict> cases) {
  Verdict verdict;
  verdict.cases = std::move(cases);
  return verdict;
}

CaseVerdict of(const std::string& name, Outcome outcome) { return {.name = name, .verdict = outcome, .fraction = 0}; }

/// A matrix with one mutant, which fails A.One.
KillMatrix matrix() {
  const std::vector<Subject> subjects{mutant("m", "tsan")};
  KillMatrix matrix = empty_matrix(lab(), subjects);
  const auto checks = checks_with_cases(lab());
  const std::vector verdicts{verdict({of("A.One", Outcome::kFail), of("A.Two", Outcome::kInconclusive)}),
                             verdict({of("E.One", Outcome::kPass)})};
  matrix.rows.push_back(row_of(subjects[0], checks, verdicts));
  return matrix;
}

TEST(KillMatrixTest, ARowHasTheCasesThatFail) {
  ASSERT_EQ(matrix().rows.size(), 1U);
  EXPECT_EQ(matrix().rows[0].mutant, "m");
  EXPECT_EQ(matrix().rows[0].failed, (std::vector<CheckedCase>{{"tests", "A.One"}}));
}

TEST(KillMatrixTest, ACaseWithoutPointsNeedsNoMutant) {
  EXPECT_EQ(uncovered(matrix()), (std::vector<CheckedCase>{{"tests", "A.Two"}, {"explorer", "E.One"}}));
}

TEST(KillMatrixTest, ACheckWithoutCasesNeedsAMutantThatNamesIt) {
  EXPECT_EQ(matrix().unnamed, std::vector<std::string>{"speedup"});
}

TEST(KillMatrixTest, SaysWhichCasesFailNoMutant) {
  EXPECT_EQ(coverage_of(matrix()),
            "01-tiny: 1 of 3 graded cases fail a mutant that names their check; not these:\n"
            "  ✗ tests            A.Two\n"
            "  ✗ explorer         E.One\n"
            "  ✗ speedup          no mutant names this check\n"
            "With --matrix each mutant is judged by all checks that have cases.\n");
  KillMatrix full = matrix();
  full.unnamed.clear();
  full.rows.push_back({"n", {{"tests", "A.Two"}, {"explorer", "E.One"}}});
  EXPECT_EQ(coverage_of(full), "01-tiny: each of the 3 graded cases fails a mutant that names its check.\n");
}

TEST(KillMatrixTest, ACaseThatFailsOnceInTwoTimesIsNoneThatFailsEachTime) {
  const MatrixRow once{"m", {{"tests", "A.One"}, {"tests", "A.Two"}}};
  const MatrixRow again{"m", {{"explorer", "E.One"}, {"tests", "A.Two"}}};
  EXPECT_EQ(failed_again(once, lab().checks, again).failed, (std::vector<CheckedCase>{{"tests", "A.Two"}}));
  EXPECT_EQ(failed_again(once, lab().checks, again).mutant, "m");
}

TEST(KillMatrixTest, ACaseThatWasNotJudgedAgainStays) {
  const MatrixRow once{"m", {{"tests", "A.One"}, {"tests", "A.Two"}}};
  const Check two = narrowed(lab().checks.front(), {"A.Two"});
  EXPECT_EQ(failed_again(once, {&two, 1}, {"m", {{"tests", "A.Two"}}}).failed, once.failed);
  EXPECT_EQ(failed_again(once, {&two, 1}, {"m", {}}).failed, (std::vector<CheckedCase>{{"tests", "A.One"}}));
}

TEST(KillMatrixTest, IsWrittenWithWhatShowsNothingAtTheEnd) {
  EXPECT_EQ(text_of(matrix()),
            "01-tiny: which cases fail which mutants\n"
            "  tests              A.One\n"
            "                     m\n"
            "2 of 3 graded cases fail no mutant\n"
            "  ✗ tests            A.Two\n"
            "  ✗ explorer         E.One\n"
            "  ✗ speedup          no mutant names this check\n");
}

TEST(KillMatrixTest, ARowIsKeptAsJson) {
  const MatrixRow row = row_from(to_json(matrix().rows[0]));
  EXPECT_EQ(row.mutant, "m");
  EXPECT_EQ(row.failed, matrix().rows[0].failed);
}

}  // namespace
}  // namespace lockstep::cli
