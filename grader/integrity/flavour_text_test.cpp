#include "integrity/flavour_text.h"

#include <gtest/gtest.h>

namespace lockstep::integrity {
namespace {

std::vector<TextLine> own_lines(std::string_view preprocessed) {
  return learners_lines(preprocessed, [](std::string_view path) { return path.starts_with("/lab/own"); });
}

TEST(LearnersLinesTest, AreThoseOfTheirFilesAlone) {
  const auto lines = own_lines(
      "# 1 \"/lab/own.cpp\"\n"
      "# 1 \"<built-in>\"\n"
      "int builtin;\n"
      "# 1 \"/usr/include/stdio.h\" 1 3 4\n"
      "int printf();\n"
      "# 7 \"/lab/own.cpp\" 2\n"
      "int  f( )\t{\n"
      "\n"
      "  return 1; }\n"
      "# 1 \"/lab/own.h\" 1\n"
      "int g();\n");
  EXPECT_EQ(lines,
            (std::vector<TextLine>{
                {"/lab/own.cpp", 7, "int f( ) {"}, {"/lab/own.cpp", 9, "return 1; }"}, {"/lab/own.h", 1, "int g();"}}));
}

TEST(LearnersLinesTest, ANameMayHaveQuotes) {
  EXPECT_EQ(own_lines("# 3 \"/lab/own \\\"\\\\.h\"\nint a;").front(), (TextLine{"/lab/own \"\\.h", 3, "int a;"}));
}

TEST(LearnersLinesTest, WhatOnlyLooksLikeAMarkerIsText) {
  EXPECT_EQ(own_lines("# 3 \"/lab/own.h\"\n# nothing\n# 9\n#pragma once\n").size(), 3U);
}

TEST(DifferencesTest, WhatIsTheSameRaisesNoSuspicion) {
  const auto text = own_lines("# 3 \"/lab/own.h\"\nint a;\n");
  // Headers that take another number of lines move nothing.
  const auto moved = own_lines("# 1 \"/usr/x.h\"\nint b;\n# 3 \"/lab/own.h\"\n  int a;\n");
  EXPECT_TRUE(
      differences({{build::Flavour::kRelease, text}, {build::Flavour::kTsan, moved}, {build::Flavour::kAsan, text}})
          .empty());
  EXPECT_TRUE(differences({{build::Flavour::kTsan, text}}).empty());
  EXPECT_TRUE(differences({}).empty());
}

TEST(DifferencesTest, TheFirstLineIsNamedWithBothTexts) {
  const auto found = differences({{build::Flavour::kRelease, own_lines("# 3 \"/lab/own.h\"\nint a;\n++n;\n--n;\n")},
                                  {build::Flavour::kTsan, own_lines("# 3 \"/lab/own.h\"\nint a;\nlock();\n--m;\n")}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].severity, Severity::kProven);
  EXPECT_EQ(found[0].affects, Affects::kRaces);
  EXPECT_EQ(found[0].file, "/lab/own.h");
  EXPECT_EQ(found[0].line, 4);
  EXPECT_NE(found[0].message.find("`++n;` for release, `lock();` for tsan"), std::string::npos) << found[0].message;
}

TEST(DifferencesTest, ALineThatIsThereInOneFlavourOnlyIsADifference) {
  const auto found =
      differences({{build::Flavour::kRelease, {}}, {build::Flavour::kAsan, own_lines("# 3 \"/lab/own.h\"\nint a;")}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].affects, Affects::kMemory);
  EXPECT_EQ(found[0].line, 3);
  EXPECT_NE(found[0].message.find("nothing for release"), std::string::npos) << found[0].message;
}

TEST(DifferencesTest, TwoFlavoursThatAreBothJudgedAreBothInDoubt) {
  const auto a = own_lines("# 1 \"/lab/own.h\"\nint a;");
  const auto b = own_lines("# 1 \"/lab/own.h\"\nint b;");
  const auto found =
      differences({{build::Flavour::kTsan, a}, {build::Flavour::kAsan, b}, {build::Flavour::kExplore, a}});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].affects, Affects::kRaces);
  EXPECT_EQ(found[1].affects, Affects::kMemory);
  EXPECT_EQ(
      differences({{build::Flavour::kRelease, a}, {build::Flavour::kTsan, b}, {build::Flavour::kExplore, b}}).size(),
      1U);
}

TEST(DifferencesTest, ALongLineIsCut) {
  const auto found =
      differences({{build::Flavour::kRelease, {}},
                   {build::Flavour::kTsan, {{.file = "/lab/own.h", .line = 1, .text = std::string(9999, 'a')}}}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_LT(found[0].message.size(), 300U);
}

}  // namespace
}  // namespace lockstep::integrity
