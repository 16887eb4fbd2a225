#include "checks/change_size/line_changes.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace lockstep::checks {
namespace {

using Numbers = std::vector<int>;

TEST(LineChangesTest, ThereAreNoneBetweenEqualTexts) {
  EXPECT_EQ(line_changes("int a;\nint b;\n", "int a;\nint b;\n").size(), 0U);
  EXPECT_EQ(line_changes("", "").size(), 0U);
}

TEST(LineChangesTest, AChangedLineCountsOnBothSides) {
  const LineChanges changes = line_changes("int a;\nint b;\nint c;\n", "int a;\nlong b;\nint c;\n");
  EXPECT_EQ(changes.taken, Numbers{2});
  EXPECT_EQ(changes.put, Numbers{2});
}

TEST(LineChangesTest, ALineMoreOrLessCountsOnce) {
  EXPECT_EQ(line_changes("a();\nb();\n", "a();\nlock();\nb();\n").put, Numbers{2});
  EXPECT_EQ(line_changes("a();\nlock();\nb();\n", "a();\nb();\n").taken, Numbers{2});
  EXPECT_EQ(line_changes("", "a();\nb();\n").put, (Numbers{1, 2}));
  EXPECT_EQ(line_changes("a();\nb();\n", "").taken, (Numbers{1, 2}));
}

TEST(LineChangesTest, AMovedLineCountsTwice) {
  EXPECT_EQ(line_changes("a();\nb();\nc();\n", "b();\nc();\na();\n").size(), 2U);
}

TEST(LineChangesTest, CommentsBlankLinesAndSpacesDoNotCount) {
  EXPECT_EQ(line_changes("int a; // why\n\n  f( a );\n", "/* other\nwords */ int  a;\nf(a);  \n\n").size(), 0U);
  EXPECT_EQ(line_changes("#include <mutex>\nint a;\n", "#include <mutex>  // lock\nint a;\n").size(), 0U);
}

TEST(LineChangesTest, WhatLooksLikeACommentInAStringCounts) {
  EXPECT_EQ(line_changes("f(\"// a\");\n", "f(\"// b\");\n").size(), 2U);
}

TEST(LineChangesTest, NumbersAreThoseOfTheSource) {
  EXPECT_EQ(line_changes("// a comment\n\nint a;\n", "// one\n// two\nint a;\nint b;\n").put, Numbers{4});
}

TEST(LineChangesTest, ALargeTextIsChangedAsAWholeBetweenItsFirstAndLastDifference) {
  std::string before;
  std::string after;
  for (int i = 0; i < 4000; ++i) before += fmt::format("f({});\n", i);
  for (int i = 0; i < 4000; ++i) after += fmt::format("f({});\n", i == 0 || i == 3998 ? -1 : i);
  EXPECT_EQ(line_changes(before, after).size(), std::size_t{2} * 3999);
}

/// The fewest changes, by the definition.
std::size_t fewest(std::string_view before, std::string_view after) {
  if (before.empty() || after.empty()) return before.size() + after.size();
  if (before[0] == after[0]) return fewest(before.substr(1), after.substr(1));
  return 1 + std::min(fewest(before.substr(1), after), fewest(before, after.substr(1)));
}

TEST(LineChangesTest, AreTheFewestOfSmallTexts) {
  std::mt19937 random(1);
  const auto letters = [&] {
    std::string text;
    for (std::size_t i = random() % 7; i > 0; --i) text += static_cast<char>('a' + random() % 3);
    return text;
  };
  const auto lines = [](std::string_view text) {
    std::string all;
    for (const char letter : text) all += fmt::format("{};\n", letter);
    return all;
  };
  for (int i = 0; i < 500; ++i) {
    const std::string before = letters();
    const std::string after = letters();
    ASSERT_EQ(line_changes(lines(before), lines(after)).size(), fewest(before, after)) << before << " " << after;
  }
}

}  // namespace
}  // namespace lockstep::checks
