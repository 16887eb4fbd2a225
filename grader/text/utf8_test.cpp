#include "text/utf8.h"

#include <gtest/gtest.h>

#include <vector>

namespace lockstep {
namespace {

std::vector<char32_t> characters(std::string_view text) {
  std::vector<char32_t> all;
  while (!text.empty()) all.push_back(take_character(text));
  return all;
}

TEST(Utf8Test, EveryCharacterSurvivesTheRoundTrip) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) c = 0xE000;  // surrogates are no characters
    std::string text;
    append_character(text, c);
    std::string_view rest = text;
    ASSERT_EQ(take_character(rest), c);
    ASSERT_TRUE(rest.empty()) << "U+" << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Utf8Test, BytesThatAreNoUtf8AreReplacedAndWhatFollowsIsKept) {
  EXPECT_EQ(characters("\xFFz"), (std::vector<char32_t>{0xFFFD, 'z'}));
  EXPECT_EQ(characters("\x80z"), (std::vector<char32_t>{0xFFFD, 'z'}));
  EXPECT_EQ(characters("\xC3z"), (std::vector<char32_t>{0xFFFD, 'z'})) << "cut short";
  EXPECT_EQ(characters("\xE2\x82"), (std::vector<char32_t>{0xFFFD, 0xFFFD})) << "cut short at the end";
  EXPECT_EQ(characters("\xC0\x80z").front(), 0xFFFDU) << "longer than need be";
  EXPECT_EQ(characters("\xED\xA0\x80z").front(), 0xFFFDU) << "a surrogate";
  EXPECT_EQ(characters("\xF4\x90\x80\x80z").front(), 0xFFFDU) << "beyond Unicode";
  EXPECT_EQ(characters("\xF4\x90\x80\x80z").back(), U'z');
}

TEST(Utf8Test, ColumnsAreThoseOfATerminal) {
  EXPECT_EQ(columns("primes"), 6);
  EXPECT_EQ(columns("✓ für"), 5);
  EXPECT_EQ(columns("漢字"), 4);
  EXPECT_EQ(columns("e\xCC\x81"), 1) << "a letter and a combining accent";
  EXPECT_EQ(columns("😀"), 2);
  EXPECT_EQ(columns(""), 0);
}

TEST(Utf8Test, ABeginningFitsItsColumnsAndEndsWithACharacter) {
  EXPECT_EQ(beginning_of("über", 2), "üb");
  EXPECT_EQ(beginning_of("über", 4), "über");
  EXPECT_EQ(beginning_of("漢字", 3), "漢");
  EXPECT_EQ(beginning_of("e\xCC\x81x", 1), "e\xCC\x81") << "the accent takes no column";
  EXPECT_EQ(beginning_of("a", 0), "");
  EXPECT_EQ(beginning_of("", 3), "");
}

}  // namespace
}  // namespace lockstep
