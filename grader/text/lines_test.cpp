#include "text/lines.h"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

using Lines = std::vector<std::string_view>;

TEST(LinesTest, AreWithoutTheirEnds) { EXPECT_EQ(lines_of("a\n\nb\n"), (Lines{"a", "", "b"})); }

TEST(LinesTest, TheLastOneMayLackItsEnd) { EXPECT_EQ(lines_of("a\nb"), (Lines{"a", "b"})); }

TEST(LinesTest, AnEmptyTextHasNone) { EXPECT_TRUE(lines_of("").empty()); }

}  // namespace
}  // namespace lockstep
