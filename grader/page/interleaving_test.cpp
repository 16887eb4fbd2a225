#include "page/interleaving.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace lockstep::page {
namespace {

std::vector<TraceStep> deadlock() {
  return {{.number = 1, .thread = "a", .what = "begin"},
          {.number = 9,
           .thread = "b",
           .what = "lock",
           .object = "mutex 1",
           .file = "/home/ada/bank.cpp",
           .line = 12,
           .code = "std::scoped_lock lock(from);",
           .decisive = true,
           .left_out = 7,
           .held_then = {{"b", "mutex 1"}}},
          {.thread = "a",
           .what = "waits for",
           .object = "mutex 1",
           .decisive = true,
           .why = "thread b has held it since step 9",
           .waits = true,
           .held_then = {{"b", "mutex 1"}}}};
}

std::size_t count(const std::string& text, const std::string& word) {
  std::size_t times = 0;
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++times;
  return times;
}

TEST(InterleavingTest, HasARowAStepAndAColumnAThread) {
  const std::string html = interleaving("Deadlock", deadlock());
  EXPECT_EQ(count(html, "<tr class=\"step"), 3U);
  EXPECT_EQ(count(html, "<th scope=\"col\"><abbr title=\"thread"), 2U);
  EXPECT_NE(html.find("7 steps left out"), std::string::npos);
}

TEST(InterleavingTest, AStepIsToldInWords) {
  const std::string html = interleaving("Deadlock", deadlock());
  EXPECT_NE(html.find("data-say=\"Step 9: thread b, lock mutex 1, at bank.cpp:12. Decisive. Held: mutex 1 by b.\""),
            std::string::npos)
      << html;
  EXPECT_NE(html.find("data-say=\"In the end: thread a, waits for mutex 1. Decisive: thread b has held it since step "
                      "9. Held: mutex 1 by b.\""),
            std::string::npos)
      << html;
}

TEST(InterleavingTest, ADecisiveStepIsMarkedByAWordToo) {
  EXPECT_EQ(count(interleaving("Deadlock", deadlock()), "<span class=\"tag\">decisive</span>"), 2U);
}

TEST(InterleavingTest, WhyAStepMattersStandsBelowIt) {
  EXPECT_EQ(
      count(interleaving("Deadlock", deadlock()), "<span class=\"where\">thread b has held it since step 9</span>"),
      1U);
}

TEST(InterleavingTest, ALockThatIsHeldIsABarInItsThreadsColumn) {
  const std::string html = interleaving("Deadlock", deadlock());
  EXPECT_EQ(count(html, "class=\"bar p0 s0"), 2U) << html;
  EXPECT_NE(html.find("holds mutex 1"), std::string::npos);
}

TEST(InterleavingTest, ABarGoesOnOverWhatIsLeftOut) {
  std::vector<TraceStep> steps = deadlock();
  steps[0].held_then = {{"a", "mutex 2"}};
  steps[1].held_then = {{"a", "mutex 2"}, {"b", "mutex 1"}};
  const std::string html = interleaving("Deadlock", steps);
  const auto gap = html.find("<tr class=\"gap\">");
  const std::string row = html.substr(gap, html.find("</tr>", gap) - gap);
  EXPECT_EQ(count(row, "class=\"bar"), 1U) << row;
  EXPECT_NE(row.find("title=\"mutex 2\""), std::string::npos);
}

TEST(InterleavingTest, ALongNameIsCut) {
  std::vector<TraceStep> steps = deadlock();
  steps[0].thread = steps[0].code = steps[0].object = std::string(100'000, 'x');
  EXPECT_LT(interleaving("Deadlock", steps).size(), 10'000U);
}

TEST(InterleavingTest, IsNothingWithoutSteps) { EXPECT_EQ(interleaving("Deadlock", {}), ""); }

TEST(InterleavingTest, WhatTheLearnersProgramNamedIsNoMarkup) {
  const std::string evil = "\"><script>alert(1)</script>";
  const std::vector<TraceStep> steps{{.number = 1,
                                      .thread = evil,
                                      .what = evil,
                                      .note = evil,
                                      .object = evil,
                                      .file = evil,
                                      .line = 1,
                                      .code = evil,
                                      .why = evil,
                                      .held_then = {{evil, evil}}}};
  const std::string html = interleaving(evil, steps);
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find("\"\">"), std::string::npos);
}

}  // namespace
}  // namespace lockstep::page
