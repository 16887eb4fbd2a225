#include "report/html.h"

#include <gtest/gtest.h>

#include <string>

#include "report/sample_reports.h"

namespace lockstep::report {
namespace {

bool has(const std::string& page, const std::string& part) { return page.find(part) != std::string::npos; }

TEST(HtmlTest, AFindingHasItsLinesMarked) {
  EXPECT_TRUE(has(html(found_by_the_explorer()), "<mark><span class=\"number\">  41 ▶</span>    found.push_back"));
}

TEST(HtmlTest, AFindingOfTheExplorersHasItsInterleavingAsADiagramInPlaceOfTheText) {
  const std::string page = html(found_by_the_explorer());
  EXPECT_TRUE(has(page, "<tr class=\"step decisive\""));
  EXPECT_FALSE(has(page, "    2 &gt;    b  write"));
}

TEST(HtmlTest, WithoutStepsTheTextOfTheInterleavingIsShown) {
  GradeReport report = found_by_the_explorer();
  report.score.checks[0].verdict.findings[0].steps.clear();
  EXPECT_TRUE(has(html(report), "    2 &gt;    b  write"));
}

TEST(HtmlTest, EachFindingCanBeReadAlsoWhereTheTerminalOnlyCountsIt) {
  const std::string page = html(points_lost());
  EXPECT_TRUE(has(page, "<summary>One more: Data race at concurrent.cpp:44</summary>"));
  EXPECT_TRUE(has(page, "<summary>One more: Data race at concurrent.cpp:71</summary>"));
}

TEST(HtmlTest, AFileThatIsNotKnownHasNoExcerpt) { EXPECT_FALSE(has(html(points_lost()), "<figure")); }

TEST(HtmlTest, WhatWasDrawnIsInThePage) {
  GradeReport report = all_points();
  report.drawn = {{"Speedup", "2 cores\n", "<svg/>"}};
  report.draw_with = "./lab plot 01";
  const std::string page = html(report);
  EXPECT_TRUE(has(page, "src=\"data:image/svg+xml,%3Csvg/%3E\"")) << page;
  EXPECT_TRUE(has(page, "img-src data:")) << "or the browser shows none";
  EXPECT_FALSE(has(page, "./lab plot 01"));
}

TEST(HtmlTest, WhereNothingWasDrawnItSaysHow) {
  GradeReport report = all_points();
  EXPECT_FALSE(has(html(report), "Measured and drawn"));
  report.draw_with = "./lab plot 01";
  EXPECT_TRUE(has(html(report), "<code>./lab plot 01</code>"));
  EXPECT_FALSE(has(html(report), "img-src")) << "a page without pictures loads none";
}

TEST(HtmlTest, WhatTheLearnerWroteIsNoMarkup) {
  const std::string page = html(hostile_texts());
  EXPECT_FALSE(has(page, "<script>alert"));
  EXPECT_FALSE(has(page, "onload=\""));
  const auto scripts = page.find("<script>");
  EXPECT_EQ(page.find("<script>", scripts + 1), std::string::npos) << "but the page's own";
}

TEST(HtmlTest, ThousandsOfFindingsAreNoPageOfManyMegabytes) {
  std::vector<Finding> many;
  for (int i = 1; i <= 2000; ++i)
    many.push_back(finding(FindingKind::kAssertion, std::string(20'000, '&'), "a.cpp", i));
  EXPECT_LT(html(report_with(many)).size(), 6'000'000U);
}

}  // namespace
}  // namespace lockstep::report
