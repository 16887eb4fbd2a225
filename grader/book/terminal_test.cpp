#include "book/terminal.h"

#include <gtest/gtest.h>

#include <sstream>

#include "book/sample_class.h"
#include "os/temp_dir.h"
#include "text/utf8.h"

namespace lockstep::book {
namespace {

std::string sample_text(int width) {
  const auto dir = os::TempDir::make().value();
  const Book book = make_book(read_records(sample_class(dir.path() / "class.db"), "").value(), {}, {});
  return terminal_text(book, find_alike(book, {}, {}), width);
}

TEST(BookTerminalTest, ARowHasAttemptsPointsMarkAndWhy) {
  const std::string text = sample_text(120);
  EXPECT_NE(text.find("01-primes         2   125/125       125  attempt 2: 125 of 125\n"), std::string::npos) << text;
  EXPECT_NE(text.find("not graded yet\n"), std::string::npos) << text;
}

TEST(BookTerminalTest, ItEndsWithHowManyThereAre) {
  const std::string text = sample_text(80);
  EXPECT_NE(text.find("4 learners, 2 labs, 7 attempts, 1 of them not graded yet; 1 submission without a mark.\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("1 pair of submissions is alike"), std::string::npos) << text;
  EXPECT_NE(text.find("1 submission needs review, which costs no points"), std::string::npos) << text;
}

TEST(BookTerminalTest, WhereThereIsNoRoomForReasonsItSaysWhereTheyAre) {
  EXPECT_NE(sample_text(60).find("--attempts FILE, or a wider terminal"), std::string::npos);
  EXPECT_EQ(sample_text(160).find("--attempts FILE"), std::string::npos);
}

TEST(BookTerminalTest, NoLineIsWiderThanTheTerminal) {
  for (const int width : {60, 80, 200}) {
    std::istringstream table(sample_text(width).substr(0, sample_text(width).find("\n\n")));
    for (std::string line; std::getline(table, line);) EXPECT_LE(columns(line), width) << line;
  }
}

TEST(BookTerminalTest, AHostileNameIsCutAndSteersNothing) {
  const std::string text = sample_text(80);
  EXPECT_NE(text.find("=HYPERLINK(\"x\")<scr"), std::string::npos) << text;
  EXPECT_NE(text.find("…"), std::string::npos);
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace lockstep::book
