#include "report/terminal.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <sstream>

#include "report/sample_reports.h"
#include "text/plain_text.h"
#include "text/utf8.h"

namespace lockstep::report {
namespace {

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) all.push_back(line);
  return all;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(TerminalTest, NoLineButACommandIsWiderThanTheTerminal) {
  for (const auto& [name, report] : samples()) {
    for (const int width : {40, 61, 80, 132}) {
      for (const auto& line : lines(terminal(report, {.colour = false, .width = width}))) {
        if (contains(line, "Replay: ./lab")) continue;
        EXPECT_LE(columns(line), width) << name << ": " << line;
      }
    }
  }
}

TEST(TerminalTest, ACommandIsOnOneLineSoThatItCanBeCopied) {
  const std::string text = terminal(found_by_the_explorer(), {.colour = false, .width = 40});
  EXPECT_TRUE(contains(text, "Replay: ./lab replay 01 ExploredTest.Finds a2b3\n")) << text;
}

TEST(TerminalTest, WithoutColourThereIsNoEscape) {
  for (const auto& [name, report] : samples()) {
    const std::string text = terminal(report, {.colour = false});
    EXPECT_EQ(plain_text(text) + "\n", text) << name;
  }
}

TEST(TerminalTest, ColourChangesNothingButColour) {
  for (const auto& [name, report] : samples()) {
    std::string text = terminal(report, {.colour = true});
    for (auto at = text.find('\x1b'); at != std::string::npos; at = text.find('\x1b')) {
      text.erase(at, text.find('m', at) - at + 1);
    }
    EXPECT_EQ(text, terminal(report, {.colour = false})) << name;
  }
}

TEST(TerminalTest, NoLineCanBeTakenForAWorkflowCommand) {
  for (const int width : {40, 80}) {
    for (const auto& line : lines(terminal(hostile_texts(), {.colour = false, .width = width}))) {
      const auto start = line.find_first_not_of(' ');
      EXPECT_FALSE(start != std::string::npos && line.substr(start).starts_with("::")) << line;
      EXPECT_FALSE(contains(line, "##[")) << line;
    }
  }
}

TEST(TerminalTest, AnEndlessMessageIsCut) {
  const auto text = terminal(report_with({finding(FindingKind::kCrash, std::string(1'000'000, 'x'))}), {});
  EXPECT_LT(lines(text).size(), 60U);
  EXPECT_TRUE(contains(text, "more lines]"));
}

TEST(TerminalTest, WhereNoCaseOfManyPassesTheirNumberIsEnough) {
  GradeReport report = points_lost();
  std::vector<CaseVerdict>& cases = report.score.checks[0].verdict.cases;
  cases.clear();
  for (int i = 1; i <= 7; ++i) cases.push_back({.name = fmt::format("A.{}", i), .verdict = Outcome::kFail});
  EXPECT_TRUE(contains(terminal(report, {}), "Not passed: all 7 cases")) << terminal(report, {});
  cases.back().verdict = Outcome::kPass;
  EXPECT_TRUE(contains(terminal(report, {}), "Not passed: A.1, A.2,")) << terminal(report, {});
}

TEST(TerminalTest, TheNextStepFollowsFromTheScore) {
  EXPECT_TRUE(contains(terminal(points_lost(), {.width = 200}), "Next: \"Search with threads\". Try"));
  EXPECT_TRUE(contains(terminal(points_lost(), {.width = 200}), "./lab hint 01"));
  EXPECT_TRUE(contains(terminal(all_points(), {}), "All points."));

  GradeReport unsure = all_points();
  unsure.score.checks[0].points.reset();
  unsure.score.checks[0].verdict.outcome = Outcome::kInconclusive;
  unsure.score.points = unsure.score.max_points = 40;
  EXPECT_TRUE(contains(terminal(unsure, {.width = 200}), "when the machine is idle"));
  unsure.score.checks[0].verdict.outcome = Outcome::kError;
  EXPECT_TRUE(contains(terminal(unsure, {}), "./lab doctor"));
}

}  // namespace
}  // namespace lockstep::report
