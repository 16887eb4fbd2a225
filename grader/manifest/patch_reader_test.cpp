#include <fmt/core.h>
#include <gtest/gtest.h>

#include "manifest/patch.h"

namespace lockstep {
namespace {

constexpr std::string_view kGood =
    "--- a/a.cpp\n"
    "+++ b/a.cpp\n"
    "@@ -3,4 +3,4 @@ void search() {\n"
    " three\n"
    "-four\n"
    "+FOUR\n"
    " five\n"
    " six\n";

Result<Patch> read(std::string_view text) { return read_patch("change.patch", text, {"a.cpp", "sub/b.h"}); }

/// \return the error of a patch; "none" when there is none
std::string mistake(std::string_view text) {
  const auto patch = read(text);
  if (patch) return "none";
  EXPECT_EQ(patch.error().fault, Fault::kInput);
  return patch.error().message;
}

/// The good patch with one part of it replaced.
std::string with(std::string_view part, std::string_view other) {
  std::string text(kGood);
  return text.replace(text.find(part), part.size(), other);
}

TEST(PatchReaderTest, ReadsWhatAPatchChanges) {
  const auto patch = read(kGood);
  ASSERT_TRUE(patch) << patch.error().message;
  EXPECT_EQ(patch->changed_lines, 2);
  ASSERT_EQ(patch->files.size(), 1U);
  EXPECT_EQ(patch->files[0].file, "a.cpp");
  ASSERT_EQ(patch->files[0].hunks.size(), 1U);
  const Hunk& hunk = patch->files[0].hunks[0];
  EXPECT_EQ(hunk.line, 3);
  EXPECT_EQ(hunk.start, 2U);
  EXPECT_EQ(hunk.before, (std::vector<std::string>{"three\n", "four\n", "five\n", "six\n"}));
  EXPECT_EQ(hunk.after, (std::vector<std::string>{"three\n", "FOUR\n", "five\n", "six\n"}));
  EXPECT_EQ(hunk.lead, 1U);
  EXPECT_EQ(hunk.trail, 2U);
}

TEST(PatchReaderTest, ReadsSeveralFiles) {
  const auto patch = read(std::string(kGood) + "--- a/sub/b.h\n+++ b/sub/b.h\n@@ -1 +1 @@\n-x\n+y\n");
  ASSERT_TRUE(patch) << patch.error().message;
  EXPECT_EQ(patch->files.size(), 2U);
  EXPECT_EQ(patch->changed_lines, 4);
}

TEST(PatchReaderTest, ALineThatBeginsWithTwoMinusSignsIsNoFile) {
  const auto patch = read("--- a/a.cpp\n+++ b/a.cpp\n@@ -1 +0,0 @@\n--- a comment\n");
  ASSERT_TRUE(patch) << patch.error().message;
  EXPECT_EQ(patch->files[0].hunks[0].before, (std::vector<std::string>{"-- a comment\n"}));
}

TEST(PatchReaderTest, RefusesAnEmptyPatch) {
  EXPECT_EQ(mistake(""), "change.patch:1: found nothing; accepted: a unified patch of one file or more");
}

TEST(PatchReaderTest, RefusesAFileThatIsNotSubmitted) {
  const std::string accepted = "accepted: \"--- a/FILE\" with a file of submit: \"a.cpp\", \"sub/b.h\"";
  EXPECT_EQ(mistake(with("a/a.cpp", "a/lab.toml")), "change.patch:1: found \"--- a/lab.toml\"; " + accepted);
  EXPECT_EQ(mistake(with("a/a.cpp", "a/../a.cpp")), "change.patch:1: found \"--- a/../a.cpp\"; " + accepted);
  EXPECT_EQ(mistake(with("a/a.cpp", "a//a.cpp")), "change.patch:1: found \"--- a//a.cpp\"; " + accepted);
  EXPECT_EQ(mistake(with("a/a.cpp", "/a.cpp")), "change.patch:1: found \"--- /a.cpp\"; " + accepted);
}

TEST(PatchReaderTest, MakesNoFileAndRemovesNone) {
  EXPECT_EQ(mistake(with("--- a/a.cpp", "--- /dev/null")).substr(0, 38), "change.patch:1: found \"--- /dev/null\";");
  EXPECT_EQ(mistake(with("+++ b/a.cpp", "+++ /dev/null")),
            "change.patch:2: found \"+++ /dev/null\"; accepted: \"+++ b/a.cpp\"");
}

TEST(PatchReaderTest, RefusesABadHeader) {
  const std::string accepted = "; accepted: \"@@ -LINE,COUNT +LINE,COUNT @@\" with the lines and counts of the hunk";
  EXPECT_EQ(mistake("diff --git a/a.cpp b/a.cpp\n" + std::string(kGood)).substr(0, 22), "change.patch:1: found ");
  EXPECT_EQ(mistake(with("+++ b/a.cpp", "+++ b/sub/b.h")),
            "change.patch:2: found \"+++ b/sub/b.h\"; accepted: \"+++ b/a.cpp\"");
  EXPECT_EQ(mistake("--- a/a.cpp\n"), "change.patch:2: found the end of the patch; accepted: \"+++ b/a.cpp\"");
  EXPECT_EQ(mistake("--- a/a.cpp\n+++ b/a.cpp\n"), "change.patch:3: found the end of the patch" + accepted);
  for (const std::string header : {"@@ -3,4 +3,4", "@@ -3,4 @@", "@@ 3,4 +3,4 @@", "@@ -0,4 +3,4 @@", "@@ -3,4 +0,4 @@",
                                   "@@ --3,4 +3,4 @@", "@@ -3,x +3,4 @@", "@@ -99999999999999999999 +3,4 @@"}) {
    EXPECT_EQ(mistake(with("@@ -3,4 +3,4 @@ void search() {", header)),
              fmt::format("change.patch:3: found \"{}\"{}", header, accepted));
  }
}

TEST(PatchReaderTest, RefusesCountsThatLie) {
  EXPECT_EQ(mistake(with("-3,4 +3,4", "-3,5 +3,5")),
            "change.patch:9: found the end of the patch; accepted: lines that begin with \" \", \"-\" or \"+\": line 3 "
            "counts 5 and 5, and here are 4 and 4");
  EXPECT_EQ(mistake(with("-3,4 +3,4", "-3,3 +3,3")),
            "change.patch:8: found \" six\"; accepted: no more lines: line 3 counts 3 and 3");
  EXPECT_EQ(mistake(with("-3,4 +3,4", "-3,1 +3,4")).substr(0, 31), "change.patch:5: found \"-four\"; ");
  EXPECT_EQ(mistake(with("-3,4 +3,4", "-3,4 +3,1")).substr(0, 31), "change.patch:6: found \"+FOUR\"; ");
}

TEST(PatchReaderTest, RefusesAPlaceInTheChangedFileThatLies) {
  EXPECT_EQ(mistake(with("+3,4", "+4,4")),
            "change.patch:3: found \"@@ -3,4 +4,4 @@ void search() {\"; accepted: +3 as the line in the changed file");
}

TEST(PatchReaderTest, RefusesHunksThatOverlapOrGoBack) {
  EXPECT_EQ(mistake(std::string(kGood) + "@@ -6,1 +6,2 @@\n six\n+seven\n"),
            "change.patch:9: found \"@@ -6,1 +6,2 @@\"; accepted: a hunk that begins behind line 6, where the one "
            "before it ends");
  EXPECT_EQ(mistake(std::string(kGood) + "@@ -1,1 +1,2 @@\n one\n+two\n").substr(0, 22), "change.patch:9: found ");
  EXPECT_EQ(mistake(std::string(kGood) + "@@ -7,1 +7,2 @@\n seven\n+eight\n"), "none");
}

TEST(PatchReaderTest, RefusesAFileTwice) {
  EXPECT_EQ(mistake(std::string(kGood) + std::string(kGood)),
            "change.patch:9: found \"--- a/a.cpp\"; accepted: each file once");
}

TEST(PatchReaderTest, RefusesAHunkThatChangesNothing) {
  EXPECT_EQ(mistake("--- a/a.cpp\n+++ b/a.cpp\n@@ -1 +1 @@\n one\n"),
            "change.patch:3: found \"@@ -1 +1 @@\"; accepted: a hunk that changes a line");
}

TEST(PatchReaderTest, RefusesCarriageReturns) {
  EXPECT_EQ(mistake(with("+FOUR\n", "+FOUR\r\n")),
            "change.patch:6: found a carriage return; accepted: lines that end in LF alone");
}

TEST(PatchReaderTest, RefusesALineThatWasCutOff) {
  EXPECT_EQ(mistake(kGood.substr(0, kGood.size() - 1)),
            "change.patch:8: found no end of line at the end; accepted: whole lines");
}

TEST(PatchReaderTest, RefusesABlankLineWhoseBlankIsGone) {
  EXPECT_EQ(mistake(with(" five", "")).substr(0, 25), "change.patch:7: found \"\";");
}

TEST(PatchReaderTest, RefusesALineBehindOneWithoutAnEnd) {
  EXPECT_EQ(mistake(with("+FOUR\n", "+FOUR\n\\ No newline at end of file\n")),
            "change.patch:8: found \" five\"; accepted: no more lines of a file that has ended without an end of line");
}

TEST(PatchReaderTest, RefusesWordsBetweenItsParts) {
  EXPECT_EQ(mistake(std::string(kGood) + "\\ strange\n").substr(0, 34), "change.patch:9: found \"\\ strange\";");
  EXPECT_EQ(mistake(std::string(kGood) + "Only in b: c\n").substr(0, 22), "change.patch:9: found ");
}

}  // namespace
}  // namespace lockstep
