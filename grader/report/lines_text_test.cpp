#include "report/lines_text.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace lockstep::report {
namespace {

Score score_of(const std::vector<std::pair<Outcome, std::vector<ExploredLines>>>& checks) {
  Score score;
  for (const auto& [outcome, lines] : checks) {
    CheckScore check;
    check.kind = "explorer";
    check.verdict.outcome = outcome;
    check.verdict.lines = lines;
    score.checks.push_back(check);
  }
  return score;
}

TEST(LinesTextTest, NamesWhatNoCheckRan) {
  const ExploredLines one{.file = "queue.h", .ran = {10, 11}, .never = {14, 15, 16, 20}};
  const ExploredLines other{.file = "queue.h", .ran = {15, 16}, .never = {10, 11, 14, 20}};
  EXPECT_EQ(
      lines_text(score_of({{Outcome::kPass, {one}}, {Outcome::kPass, {other}}})),
      "Lines that access memory, and that no explored schedule ran: queue.h: 14, 20. What can go wrong there, the "
      "explorer has not seen.");
}

TEST(LinesTextTest, SaysNothingWhereAllWereRun) {
  EXPECT_EQ(lines_text(score_of({{Outcome::kPass, {{.file = "queue.h", .ran = {10}, .never = {}}}}})), "");
}

TEST(LinesTextTest, SaysNothingOfAFileThatIsNotExplored) {
  EXPECT_EQ(lines_text(score_of({{Outcome::kPass, {{.file = "sequential.cpp", .ran = {}, .never = {10}}}}})), "");
}

TEST(LinesTextTest, SaysNothingWhereSomeCheckWasNotExploredToItsEnd) {
  const std::vector<ExploredLines> lines{{.file = "queue.h", .ran = {10}, .never = {14}}};
  for (const Outcome outcome : {Outcome::kFail, Outcome::kInconclusive, Outcome::kError}) {
    EXPECT_EQ(lines_text(score_of({{Outcome::kPass, lines}, {outcome, {}}})), "");
  }
  EXPECT_NE(lines_text(score_of({{Outcome::kPass, lines}, {Outcome::kPass, {}}})), "");
}

TEST(LinesTextTest, OfManyItNamesTheFirst) {
  ExploredLines lines{.file = "queue.h", .ran = {1}, .never = {}};
  for (int line = 2; line <= 24; line += 2) lines.never.insert(line);
  EXPECT_NE(lines_text(score_of({{Outcome::kPass, {lines}}})).find(": 2, 4, 6, 8, 10, 12, 14, 16 and 4 more."),
            std::string::npos);
}

}  // namespace
}  // namespace lockstep::report
