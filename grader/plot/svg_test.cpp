#include "plot/svg.h"

#include <gtest/gtest.h>

namespace lockstep::plot::svg {
namespace {

TEST(SvgTest, EscapesEachText) {
  EXPECT_NE(text(1, 2, "", "<script>").find("&lt;script&gt;"), std::string::npos);
  EXPECT_EQ(document(100, "<script>", "", "").find("<script>"), std::string::npos);
}

TEST(SvgTest, BreaksTextAtSpaces) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(wrapped("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(wrapped("unbreakable it is", 5), (Lines{"unbreakable", "it is"}));
  EXPECT_EQ(wrapped("ä ö ü", 5), (Lines{"ä ö ü"})) << "counted in characters";
  EXPECT_EQ(wrapped("  ", 5), Lines{});
}

}  // namespace
}  // namespace lockstep::plot::svg
