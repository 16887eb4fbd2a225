#include "cli/compiler_flags.h"

#include <gtest/gtest.h>

namespace lockstep::cli {
namespace {

using Words = std::vector<std::string>;

SeparatedWords separated(const Words& words) {
  return separate_compiler_flags(words, [](const std::string& option) { return option == "--seed" || option == "-j"; });
}

TEST(CompilerFlagsTest, AreTheWordsWithASingleDash) {
  const auto words = separated({"explore", "main.cpp", "-Iinclude", "-std=c++17", "--seed", "7", "-ltbb"});
  EXPECT_EQ(words.own, (Words{"explore", "main.cpp", "--seed", "7"}));
  EXPECT_EQ(words.flags, (Words{"-Iinclude", "-std=c++17", "-ltbb"}));
}

TEST(CompilerFlagsTest, TakeTheirValuesWithThem) {
  const auto words = separated({"-I", "include", "main.cpp", "-include", "a.h"});
  EXPECT_EQ(words.own, Words{"main.cpp"});
  EXPECT_EQ(words.flags, (Words{"-I", "include", "-include", "a.h"}));
}

TEST(CompilerFlagsTest, AValueOfAnOptionIsNone) {
  EXPECT_EQ(separated({"--seed", "-1", "--json", "-", "-j", "2", "-j2", "-h"}).flags, Words{});
}

TEST(ShellWordsTest, AreGroupedByQuotesAndBackslashes) {
  EXPECT_EQ(shell_words(R"(  -DA="x y" '-I/a b' c\ d "" )"), (Words{"-DA=x y", "-I/a b", "c d", ""}));
  EXPECT_EQ(shell_words(""), Words{});
  EXPECT_EQ(shell_words("'open"), std::nullopt);
}

}  // namespace
}  // namespace lockstep::cli
