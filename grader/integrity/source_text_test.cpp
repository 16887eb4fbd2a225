#include "integrity/source_text.h"

#include <gtest/gtest.h>

namespace lockstep::integrity {
namespace {

/// Words as they are, strings in quotes, a directive's # as #!, the rest as it is.
std::string shown(std::string_view text) {
  std::string all;
  for (const Token& token : tokens_of(text)) {
    if (token.kind == Token::Kind::kString) {
      all += "\"" + token.text + "\" ";
    } else if (token.kind == Token::Kind::kEndOfDirective) {
      all += "; ";
    } else {
      all += token.text + (token.directive ? "! " : " ");
    }
  }
  return all;
}

TEST(SourceTextTest, LeavesCommentsOut) { EXPECT_EQ(shown("a // asm\nb /* asm\n asm */ c"), "a b c "); }

TEST(SourceTextTest, JoinsLinesThatEndInABackslash) {
  EXPECT_EQ(shown("as\\\nm a"), "asm a ");
  EXPECT_EQ(shown("as\\  \nm"), "asm ") << "compilers accept spaces behind it";
  EXPECT_EQ(shown("// \\\nasm\nb"), "b ") << "so a comment goes on";
}

TEST(SourceTextTest, TellsStringsFromWords) {
  EXPECT_EQ(shown(R"(f("asm \" b", 'c', u8"d", L'e'))"), "f ( \"asm \\\" b\" , c , \"d\" , e ) ");
  EXPECT_EQ(shown("R\"x(asm )\" y)x\" z"), "\"asm )\" y\" z ");
}

TEST(SourceTextTest, MarksDirectives) {
  EXPECT_EQ(shown("# line 3\nx # y"), "#! line 3 ; x # y ");
  EXPECT_EQ(shown("/* */ %: define A(x) x%:%:b"), "#! define A ( x ) x ## b ; ");
  EXPECT_EQ(shown("#define A \\\n b\nc"), "#! define A b ; c ");
}

TEST(SourceTextTest, CountsLinesOfTheFile) {
  const auto tokens = tokens_of("a\n/*\n*/ b \\\n c R\"(\n)\" d\n e");
  std::vector<int> lines;
  lines.reserve(tokens.size());
  for (const Token& token : tokens) lines.push_back(token.line);
  EXPECT_EQ(lines, (std::vector{1, 3, 4, 4, 5, 6}));
}

TEST(SourceTextTest, TakesNumbersWhole) {
  EXPECT_EQ(shown("1'000'000 0x1p-3 1e+5f .5"), "1'000'000 0x1p-3 1e+5f . 5 ");
}

TEST(SourceTextTest, AnyTextEnds) {
  for (const std::string_view text : {"\"", "'", "R\"", "R\"x(", "/*", "\\", "#", "%:%", "\\\n", "1'", "\0 \xFF"}) {
    EXPECT_LE(tokens_of(text).size(), 4U) << text;
  }
}

}  // namespace
}  // namespace lockstep::integrity
