#include "page/excerpt.h"

#include <gtest/gtest.h>

#include <string>

namespace lockstep::page {
namespace {

std::string numbered_lines(int count) {
  std::string text;
  for (int i = 1; i <= count; ++i) text += "line" + std::to_string(i) + ";\n";
  return text;
}

TEST(ExcerptTest, ShowsTheLineMarkedAndThreeOnEachSide) {
  const std::string html = excerpt("a.cpp", numbered_lines(20), {10});
  EXPECT_NE(html.find("<mark><span class=\"number\">  10 ▶</span>line10;</mark>"), std::string::npos) << html;
  EXPECT_NE(html.find("line7;"), std::string::npos);
  EXPECT_NE(html.find("line13;"), std::string::npos);
  EXPECT_EQ(html.find("line6;"), std::string::npos);
  EXPECT_EQ(html.find("line14;"), std::string::npos);
}

TEST(ExcerptTest, LeavesOutWhatIsBetween) {
  const std::string html = excerpt("a.cpp", numbered_lines(50), {5, 40});
  EXPECT_NE(html.find("⋮"), std::string::npos);
  EXPECT_EQ(html.find("line20;"), std::string::npos);
  EXPECT_EQ(excerpt("a.cpp", numbered_lines(50), {5, 8}).find("⋮"), std::string::npos);
}

TEST(ExcerptTest, IsEmptyWhereTheFileHasNoSuchLine) {
  EXPECT_EQ(excerpt("a.cpp", numbered_lines(5), {6}), "");
  EXPECT_EQ(excerpt("a.cpp", numbered_lines(5), {}), "");
  EXPECT_EQ(excerpt("a.cpp", "", {1}), "");
}

TEST(ExcerptTest, IsBoundedHoweverManyLinesAreMarkedAndHoweverLongTheyAre) {
  std::set<int> marked;
  for (int i = 1; i < 1000; ++i) marked.insert(i);
  std::string text;
  for (int i = 1; i < 1000; ++i) text += std::string(5000, '<') + "\n";
  EXPECT_LT(excerpt("a.cpp", text, marked).size(), 100'000U);
}

TEST(ExcerptTest, WhatTheLearnerWroteIsNoMarkup) {
  const std::string html = excerpt("<b>.cpp", "</pre><script>alert(1)</script>\n", {1});
  EXPECT_EQ(html.find("<script>"), std::string::npos);
  EXPECT_EQ(html.find("<b>"), std::string::npos);
}

}  // namespace
}  // namespace lockstep::page
