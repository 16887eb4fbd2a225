#include "page_blocks.h"

#include <gtest/gtest.h>

namespace lockstep::concepts {
namespace {

constexpr const char* kPage =
    "# Data race\n"
    "<!-- ./lab explore a.cpp --bypass 2: data-race -->\n"
    "old\n"
    "<!-- end -->\n"
    "More.\n";

TEST(PageBlocksTest, ABlockHasItsCommandAndWhatMustBeFound) {
  const Page page = read_page(kPage);
  EXPECT_EQ(page.mistake, "");
  ASSERT_EQ(page.blocks.size(), 1U);
  EXPECT_EQ(page.blocks[0].command, (std::vector<std::string>{"a.cpp", "--bypass", "2"}));
  EXPECT_EQ(page.blocks[0].expected, "data-race");
}

TEST(PageBlocksTest, WhatIsWrittenAnewReplacesTheOldAndNothingElse) {
  EXPECT_EQ(written(read_page(kPage), {"new\n"}),
            "# Data race\n"
            "<!-- ./lab explore a.cpp --bypass 2: data-race -->\n\n"
            "new\n\n"
            "<!-- end -->\n"
            "More.\n");
}

TEST(PageBlocksTest, ABlockWithoutAnEndIsAMistake) {
  EXPECT_NE(read_page("<!-- ./lab explore a.cpp: deadlock -->\n").mistake, "");
  EXPECT_NE(read_page("<!-- ./lab explore a.cpp: deadlock -->\n<!-- ./lab explore b.cpp: deadlock -->\n").mistake, "");
  EXPECT_NE(read_page("<!-- end -->\n").mistake, "");
}

TEST(PageBlocksTest, ABlockThatExpectsNothingInWordsIsAMistake) {
  EXPECT_NE(read_page("<!-- ./lab explore a.cpp -->\n<!-- end -->\n").mistake, "");
}

}  // namespace
}  // namespace lockstep::concepts
