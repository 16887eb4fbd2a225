#include "text/plain_text.h"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

const std::string kReplaced = "\xEF\xBF\xBD";

TEST(PlainTextTest, OrdinaryTextStaysAsItIs) {
  EXPECT_EQ(plain_text("a line\n  für 漢字 ✓\nend"), "a line\n  für 漢字 ✓\nend");
}

TEST(PlainTextTest, ControlCharactersAreReplaced) {
  EXPECT_EQ(plain_text("\x1b[2J"), kReplaced + "[2J");
  EXPECT_EQ(plain_text(std::string_view("a\0b", 3)), "a" + kReplaced + "b");
  EXPECT_EQ(plain_text("a\x7F"
                       "b\xC2\x9B"
                       "c"),
            "a" + kReplaced + "b" + kReplaced + "c");
}

TEST(PlainTextTest, MarksThatReorderWhatIsReadAreReplaced) {
  for (const char* mark : {"\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x80\x8F", "\xE2\x80\xA8"}) {
    EXPECT_EQ(plain_text(mark), kReplaced);
  }
}

TEST(PlainTextTest, CharactersWithoutAShapeAreReplaced) {
  for (const char* unseen : {"\u200B", "\u2060", "\uFEFF", "\uFFF9", "\U000E0041"})
    EXPECT_EQ(plain_text(unseen), kReplaced);
  EXPECT_EQ(plain_text("\u200D"), "\u200D") << "joins letters and pictures";
}

TEST(PlainTextTest, BytesThatAreNoUtf8AreReplaced) {
  EXPECT_EQ(plain_text("a\xFF"
                       "b"),
            "a" + kReplaced + "b");
}

TEST(PlainTextTest, LinesEndAlike) {
  EXPECT_EQ(plain_text("a\r\nb\n\n"), "a\nb");
  EXPECT_EQ(plain_text("a\rb"), "a" + kReplaced + "b") << "would overwrite the line on a terminal";
  EXPECT_EQ(plain_text("\tx"), "    x");
}

TEST(PlainTextTest, ALineHasNoLineBreak) { EXPECT_EQ(plain_line("a\nb\r\nc"), "a b c"); }

TEST(PlainTextTest, ShorteningKeepsCharactersWhole) {
  EXPECT_EQ(shortened("short", 5), "short");
  for (std::size_t most = 12; most < 40; ++most) {
    const std::string text = shortened("漢字漢字漢字漢字漢字漢字漢字漢字", most);
    EXPECT_LE(text.size(), most);
    EXPECT_TRUE(text.ends_with(" [... cut]"));
    EXPECT_EQ(plain_text(text), text) << "no character was cut in two";
  }
}

}  // namespace
}  // namespace lockstep
