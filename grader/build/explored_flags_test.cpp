#include "build/explored_flags.h"

#include <gtest/gtest.h>

namespace lockstep::build {
namespace {

using Words = std::vector<std::string>;

ExploredFlags flags(const Words& words) { return explored_flags(words, "/home/ada", "the command line").value(); }

std::string refusal(const Words& words) {
  const auto taken = explored_flags(words, "/home/ada", "CXXFLAGS");
  return taken ? "accepted" : taken.error().message;
}

TEST(ExploredFlagsTest, PathsBeginInTheGivenFolder) {
  EXPECT_EQ(flags({"-Iinclude", "-I", "../b", "-isystem/usr/x"}).both,
            (std::vector<FlagWords>{{"-I/home/ada/include"}, {"-I", "/home/b"}, {"-isystem/usr/x"}}));
  EXPECT_EQ(flags({"-Llib"}).link, (std::vector<FlagWords>{{"-L/home/ada/lib"}}));
}

TEST(ExploredFlagsTest, AHeaderThatIsNotThereIsSearchedFor) {
  EXPECT_EQ(flags({"-include", "config.h"}).both, (std::vector<FlagWords>{{"-include", "config.h"}}));
}

TEST(ExploredFlagsTest, ALanguagesStandardIsOfThatLanguageAlone) {
  const ExploredFlags sorted = flags({"-std=c++17", "-std=c11"});
  EXPECT_EQ(sorted.cxx, (std::vector<FlagWords>{{"-std=c++17"}}));
  EXPECT_EQ(sorted.c, (std::vector<FlagWords>{{"-std=c11"}}));
}

TEST(ExploredFlagsTest, LibrariesKeepTheirOrderAndSomeFlagsAreTheLinkersToo) {
  const ExploredFlags sorted = flags({"-la", "-l", "b", "-fopenmp", "-Wl,-z,now"});
  EXPECT_EQ(sorted.libraries, (Words{"-la", "-lb"}));
  EXPECT_EQ(sorted.both, (std::vector<FlagWords>{{"-fopenmp"}}));
  EXPECT_EQ(sorted.link, (std::vector<FlagWords>{{"-fopenmp"}, {"-Wl,-z,now"}}));
}

TEST(ExploredFlagsTest, TheExplorerDecidesHowMuchIsOptimised) {
  const ExploredFlags sorted = flags({"-O3", "-g0", "-fPIE", "-MF", "main.d", "-DX"});
  EXPECT_EQ(sorted.left_out, Words{"-O3"});
  EXPECT_EQ(sorted.both, (std::vector<FlagWords>{{"-DX"}}));
}

TEST(ExploredFlagsTest, AFlagThatKeepsItFromExploringIsRefusedWithTheReason) {
  EXPECT_EQ(
      refusal({"-DX", "-fsanitize=address"}).find("-fsanitize=address in CXXFLAGS: the explorer takes a sanitizer's"),
      0U);
  for (const char* flag : {"-fno-sanitize=all", "-static", "-shared", "-c", "-E", "-S", "-m32"}) {
    EXPECT_EQ(refusal({flag}).find(std::string(flag) + " in CXXFLAGS: "), 0U) << flag;
  }
  EXPECT_EQ(refusal({"-o", "main"}).find("-o in CXXFLAGS: "), 0U);
  EXPECT_EQ(refusal({"-I"}), "-I in CXXFLAGS: a value must follow it");
}

TEST(ExploredFlagsTest, AResponseFileKeepsEachWordWhole) {
  EXPECT_EQ(response_file(std::vector<FlagWords>{{"-I", "/a b"}, {R"(-DNAME="x")"}}), "-I /a\\ b\n-DNAME=\\\"x\\\"\n");
}

}  // namespace
}  // namespace lockstep::build
