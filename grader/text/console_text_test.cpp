#include "text/console_text.h"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

TEST(ConsoleTextTest, NoLineBeginsACommand) {
  EXPECT_EQ(console_text("::error::x\n  ::set-output name=a::b\n\n\t::add-mask::c"),
            ": :error::x\n  : :set-output name=a::b\n\n    : :add-mask::c");
}

TEST(ConsoleTextTest, NoCommandStandsInALine) {
  EXPECT_EQ(console_text("a ##[error]b ##vso[task.setvariable]c"), "a ## [error]b ## vso[task.setvariable]c");
  EXPECT_EQ(console_text("###[group]"), "### [group]");
}

TEST(ConsoleTextTest, CodeStaysAsItIs) {
  const std::string code = "std::vector<int> a;\n#define JOIN(a, b) a ## b\nx ## y[3];\n## 3 [x]";
  EXPECT_EQ(console_text(code), code);
}

TEST(ConsoleTextTest, NothingSteersTheTerminal) {
  EXPECT_EQ(console_text("\x1b]0;title\x07"), "\xEF\xBF\xBD]0;title\xEF\xBF\xBD");
}

}  // namespace
}  // namespace lockstep
