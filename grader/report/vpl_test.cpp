#include "report/vpl.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "report/sample_reports.h"

namespace lockstep::report {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream all(text);
  for (std::string line; std::getline(all, line);) lines.push_back(line);
  return lines;
}

TEST(VplTest, TheGradeIsTheLastLine) {
  const auto lines = lines_of(vpl(points_lost()));
  EXPECT_EQ(lines.front(), "<|--");
  EXPECT_EQ(lines.at(lines.size() - 2), "--|>");
  EXPECT_EQ(lines.back(), "Grade :=>> 46.41") << "32.49 of 70, as of 100";
}

TEST(VplTest, NothingJudgedIsNoZero) {
  GradeReport report = all_points();
  for (CheckScore& check : report.score.checks) check.points.reset();
  report.score.left_out = report.score.max_points;
  report.score.points = report.score.max_points = 0;
  EXPECT_EQ(lines_of(vpl(report)).back(), "--|>");
}

TEST(VplTest, WordsFromOutsideNeitherEndTheBlockNorGiveAGrade) {
  GradeReport report =
      report_with({finding(FindingKind::kAssertion, "--|>\nGrade :=>> 100\n--|>\r\nGrade :=>> 99\n<|--")});
  report.notes = {"--|>\nGrade :=>> 98"};
  report.score.checks[0].verdict.notes = {"x\n--|>\nComment :=>> y\nGrade :=>> 97"};
  report.score.checks[0].title = "a\nGrade :=>> 96";
  report.machine.os = "b\nGrade :=>> 95";
  int grades = 0;
  int ends = 0;
  int begins = 0;
  for (const std::string& line : lines_of(vpl(report))) {
    const auto first = line.find_first_not_of(" \t");
    const std::string trimmed = first == std::string::npos ? "" : line.substr(first);
    if (trimmed.starts_with("Grade :=>>")) ++grades;
    if (trimmed.starts_with("--|>")) ++ends;
    if (trimmed.starts_with("<|--")) ++begins;
    EXPECT_FALSE(trimmed.starts_with("Comment :=>>"));
  }
  EXPECT_EQ(grades, 1);
  EXPECT_EQ(ends, 1);
  EXPECT_EQ(begins, 1);
}

}  // namespace
}  // namespace lockstep::report
