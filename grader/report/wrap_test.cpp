#include "report/wrap.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace lockstep::report {
namespace {

using Lines = std::vector<std::string>;

TEST(WrapTest, BreaksAtSpaces) {
  EXPECT_EQ(wrap("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(wrap("one two three", 8), (Lines{"one two", "three"}));
  EXPECT_EQ(wrap("one  two", 4), (Lines{"one", "two"})) << "no space is left at an end";
  EXPECT_EQ(wrap("one two three", 13), (Lines{"one two three"}));
}

TEST(WrapTest, BreaksAWordThatIsTooLong) { EXPECT_EQ(wrap("abcdefgh", 3), (Lines{"abc", "def", "gh"})); }

TEST(WrapTest, KeepsLineBreaksAndEmptyLines) {
  EXPECT_EQ(wrap("a\n\nb", 10), (Lines{"a", "", "b"}));
  EXPECT_EQ(wrap("", 10), (Lines{""}));
}

TEST(WrapTest, GoesOnBelowTheLinesOwnIndent) { EXPECT_EQ(wrap("  one two", 6), (Lines{"  one", "  two"})); }

TEST(WrapTest, KeepsRowsOfSpacesInsideALine) { EXPECT_EQ(wrap("  12 |   int x;", 20), (Lines{"  12 |   int x;"})); }

TEST(WrapTest, CountsColumnsAndNotBytes) {
  EXPECT_EQ(wrap("für für", 7), (Lines{"für für"}));
  EXPECT_EQ(wrap("漢字漢字", 5), (Lines{"漢字", "漢字"}));
  EXPECT_EQ(wrap("漢", 1), (Lines{"漢"})) << "a character wider than the line goes there all the same";
}

TEST(WrapTest, NoLineIsTooWideAndNoLetterIsLost) {
  const std::string text = "  Two threads\n\n use 漢字 the same memory, aveeeeeeeeeeeeeeeerylongword and more   spaces";
  const auto letters = [](std::string_view from) {
    std::string kept;
    for (const char c : from) {
      if (c != ' ' && c != '\n') kept += c;
    }
    return kept;
  };
  for (int width = 2; width < 60; ++width) {
    std::string all;
    for (const auto& line : wrap(text, width)) {
      EXPECT_LE(columns(line), width) << line;
      all += line;
    }
    EXPECT_EQ(letters(all), letters(text)) << width;
  }
}

TEST(WrapTest, AsOneTextEachLineHasItsEnd) {
  EXPECT_EQ(wrapped("one two\nfour", 4), "one\ntwo\nfour\n");
  EXPECT_EQ(wrapped("", 4), "\n");
}

TEST(WrapTest, AStepOfAnInterleavingIsCut) {
  const Lines steps{"    9   a  load   a.cpp:3", "   10 > b  store  a.cpp:4", "        ... 2 steps ...",
                    "   13   a  ünd"};
  EXPECT_EQ(wrap("    9   a  load   a.cpp:3  int x = total;\n   10 > b  store  a.cpp:4  total = 7;\n"
                 "        ... 2 steps ...\n   13   a  ünd",
                 25),
            steps);
}

TEST(WrapTest, ALineThatBeginsWithANumberIsNoStep) {
  EXPECT_EQ(wrap("12 of 20 schedules", 10), (Lines{"12 of 20", "schedules"}));
  EXPECT_EQ(wrap("12 | int x = total;", 10), (Lines{"12 | int x", "= total;"}));
}

}  // namespace
}  // namespace lockstep::report
