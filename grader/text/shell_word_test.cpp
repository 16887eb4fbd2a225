#include "text/shell_word.h"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

TEST(ShellWordTest, QuotesWhatAShellWouldChange) {
  EXPECT_EQ(shell_word("/home/ada/lab-04_x.d"), "/home/ada/lab-04_x.d");
  EXPECT_EQ(shell_word(":2-8@a2b_aa~1f40"), ":2-8@a2b_aa~1f40");
  EXPECT_EQ(shell_word("(ab2)40"), "'(ab2)40'");
  EXPECT_EQ(shell_word("two words"), "'two words'");
  EXPECT_EQ(shell_word("$HOME"), "'$HOME'");
  EXPECT_EQ(shell_word("Ada's"), R"('Ada'\''s')");
  EXPECT_EQ(shell_word("~ada"), "'~ada'");
  EXPECT_EQ(shell_word(""), "''");
}

}  // namespace
}  // namespace lockstep
