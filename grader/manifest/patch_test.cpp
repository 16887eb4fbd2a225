#include "manifest/patch.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <memory>
#include <random>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep {
namespace {

constexpr std::string_view kText = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
constexpr std::string_view kHunk = "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n";

/// Applies hunks to a.cpp.
Result<std::string> applied(std::string_view hunks, std::string_view text) {
  return read_patch("change.patch", fmt::format("--- a/a.cpp\n+++ b/a.cpp\n{}", hunks), {"a.cpp"})
      .and_then([&](const Patch& patch) { return apply(patch, "a.cpp", text); });
}

std::string misfit(std::string_view hunks, std::string_view text) {
  const auto result = applied(hunks, text);
  if (result) return "none: " + *result;
  EXPECT_EQ(result.error().fault, Fault::kInput);
  return result.error().message;
}

TEST(PatchTest, ReplacesTheLinesOfAHunk) { EXPECT_EQ(applied(kHunk, kText), "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"); }

TEST(PatchTest, LeavesOtherFilesAlone) {
  const auto patch = read_patch("change.patch", fmt::format("--- a/a.cpp\n+++ b/a.cpp\n{}", kHunk), {"a.cpp", "b.cpp"});
  ASSERT_TRUE(patch);
  EXPECT_EQ(apply(*patch, "b.cpp", "text"), "text");
}

TEST(PatchTest, NamesTheHunkAndTheLineThatDoNotFit) {
  EXPECT_EQ(misfit(kHunk, "1\n2\n3\nfour\n5\n6\n7\n8\n9\n"),
            "change.patch:3: hunk 1 of a.cpp does not apply: line 4 is \"four\", and the patch expects \"4\"");
  EXPECT_EQ(misfit(kHunk, "1\n2\n3\n4\n5\n6\n"),
            "change.patch:3: hunk 1 of a.cpp does not apply: the file ends after line 6, and the patch expects \"7\"");
}

TEST(PatchTest, DoesNotLookForAnotherPlaceButSaysWhereItIs) {
  EXPECT_EQ(misfit(kHunk, "0\n" + std::string(kText)),
            "change.patch:3: hunk 1 of a.cpp does not apply: line 2 is \"1\", and the patch expects \"2\"; these lines "
            "begin at line 3");
}

TEST(PatchTest, TellsALineEndFromNone) {
  EXPECT_EQ(misfit("@@ -1 +1 @@\n-1\n+one\n", "1"),
            "change.patch:3: hunk 1 of a.cpp does not apply: line 1 is \"1\", and the patch expects \"1\\x0a\"");
  EXPECT_EQ(applied("@@ -1 +1 @@\n-1\n\\ No newline at end of file\n+one\n", "1"), "one\n");
  EXPECT_EQ(applied("@@ -1 +1 @@\n-1\n+one\n\\ No newline at end of file\n", "1\n"), "one");
}

TEST(PatchTest, DemandsContextWhereTheFileHasIt) {
  const std::string why = "does not apply: it shows less than 3 lines of context, and the file has more";
  EXPECT_EQ(misfit("@@ -3,6 +3,6 @@\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n", kText),
            "change.patch:3: hunk 1 of a.cpp " + why);
  EXPECT_EQ(misfit("@@ -2,6 +2,6 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n", kText),
            "change.patch:3: hunk 1 of a.cpp " + why);
  EXPECT_EQ(misfit("@@ -9,0 +10 @@\n+10\n", kText), "change.patch:3: hunk 1 of a.cpp " + why);
  EXPECT_EQ(applied("@@ -1,4 +1,4 @@\n-1\n+one\n 2\n 3\n 4\n", kText), "one\n2\n3\n4\n5\n6\n7\n8\n9\n");
  EXPECT_EQ(applied("@@ -7,3 +7,4 @@\n 7\n 8\n 9\n+10\n", kText), std::string(kText) + "10\n");
}

/// What diff says of two files.
std::string diff(const std::filesystem::path& dir) {
  const std::string command = fmt::format("cd '{}' && diff -u --label a/a.cpp --label b/a.cpp old new", dir.string());
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> output(::popen(command.c_str(), "r"), ::pclose);
  std::string text;
  std::array<char, 4096> block{};
  for (std::size_t size = 0; (size = std::fread(block.data(), 1, block.size(), output.get())) > 0;) {
    text.append(block.data(), size);
  }
  return text;
}

/// Lines of few kinds, so that they repeat; the last may have no end.
std::string random_text(std::mt19937& random, std::size_t most_lines) {
  const auto below = [&](std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random);
  };
  static constexpr std::array<std::string_view, 6> kLines{"{", "}", "", "-- x", "++ y", "  return 0;"};
  std::string text;
  for (std::size_t count = below(most_lines + 1); count > 0; --count) {
    text.append(kLines[below(kLines.size())]).append("\n");
  }
  if (!text.empty() && below(4) == 0) text.pop_back();
  return text;
}

/// The text with some of its lines gone, and others put in.
std::string edited(std::string_view text, std::mt19937& random) {
  std::string result;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
    const auto what = random() % 16;
    if (what == 0) result += "new\n";
    if (what != 1) result.append(text.substr(0, end));
    text.remove_prefix(end);
  }
  return result;
}

TEST(PatchTest, WhatDiffSaysOfTwoTextsTurnsTheOneIntoTheOther) {
  const auto dir = os::TempDir::make();
  ASSERT_TRUE(dir);
  std::mt19937 random(7);
  int changed = 0;
  for (int round = 0; round < 300; ++round) {
    const std::string old_text = random_text(random, round % 2 == 0 ? 12 : 60);
    const std::string new_text = round % 2 == 0 ? random_text(random, 12) : edited(old_text, random);
    if (old_text == new_text) continue;
    ++changed;
    ASSERT_TRUE(os::write_file(dir->path() / "old", old_text));
    ASSERT_TRUE(os::write_file(dir->path() / "new", new_text));
    const std::string text = diff(dir->path());
    const auto patch = read_patch("change.patch", text, {"a.cpp"});
    ASSERT_TRUE(patch) << patch.error().message << "\n" << text;
    const auto result = apply(*patch, "a.cpp", old_text);
    ASSERT_TRUE(result) << result.error().message << "\n" << text;
    ASSERT_EQ(*result, new_text) << text;
  }
  EXPECT_GT(changed, 200);
}

}  // namespace
}  // namespace lockstep
