#include "export/template_text.h"

#include <gtest/gtest.h>

#include <array>

namespace lockstep::exported {
namespace {

const std::array<LabWords, 2> kLabs{
    {{"01", "01-primes", "Primes", 100, "a.cpp,b.cpp"}, {"03", "03-locks", "Locks", 90, "c.cpp"}}};

TEST(TemplateTextTest, WordsAreThoseOfTheFirstLab) {
  EXPECT_EQ(filled_in("@ID@ @LAB@ @TITLE@ @POINTS@ @FILES@ @OTHER@ user@host", kLabs),
            "01 01-primes Primes 100 a.cpp,b.cpp @OTHER@ user@host");
}

TEST(TemplateTextTest, LinesForEachLabAreWrittenForEach) {
  EXPECT_EQ(filled_in("a\n  #each-lab\n- @LAB@: @ID@\n  #end\nb @ID@\n", kLabs),
            "a\n- 01-primes: 01\n- 03-locks: 03\nb 01\n");
}

TEST(TemplateTextTest, ATextWithoutALineEndKeepsNone) { EXPECT_EQ(filled_in("x@ID@", kLabs), "x01"); }

}  // namespace
}  // namespace lockstep::exported
