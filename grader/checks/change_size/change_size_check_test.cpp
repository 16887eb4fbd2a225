#include "checks/change_size/change_size_check.h"

#include <gtest/gtest.h>

namespace lockstep::checks {
namespace {

const ChangeSizeCheck kTwoFiles{.original = "original", .limits = {{"a.cpp", 2}, {"b.cpp", 1}}};
const Texts kOriginal{{"a.cpp", "int a;\nint b;\nint c;\nint d;\n"}, {"b.cpp", "f();\ng();\n"}};

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(ChangeSizeCheckTest, PassesWhenEachFileIsChangedInFewLines) {
  const Verdict verdict = judge_changes(kTwoFiles, kOriginal,
                                        {{"a.cpp", "int a;\nlong b;\nint c;\nint d;\n"}, {"b.cpp", "// no g\nf();\n"}});
  EXPECT_EQ(verdict.outcome, Outcome::kPass);
  EXPECT_EQ(verdict.fraction, 1);
  EXPECT_TRUE(verdict.findings.empty());
}

TEST(ChangeSizeCheckTest, AnUnchangedFileEarnsNothing) {
  const Verdict verdict = judge_changes(kTwoFiles, kOriginal, kOriginal);
  EXPECT_EQ(verdict.outcome, Outcome::kFail);
  EXPECT_EQ(verdict.fraction, 0);
  ASSERT_EQ(verdict.findings.size(), 2U);
  EXPECT_EQ(verdict.findings[0].kind, FindingKind::kChangeSize);
  EXPECT_EQ(verdict.findings[0].file, "a.cpp");
  EXPECT_EQ(verdict.findings[0].line, 0);
  EXPECT_TRUE(has(verdict.findings[0].message, "as you got it")) << verdict.findings[0].message;
}

TEST(ChangeSizeCheckTest, ACommentIsNoChange) {
  const Verdict verdict =
      judge_changes(kTwoFiles, kOriginal, {{"a.cpp", "// repaired\n" + kOriginal.at("a.cpp")}, {"b.cpp", "f();\n"}});
  EXPECT_EQ(verdict.fraction, 0.5);
  ASSERT_EQ(verdict.findings.size(), 1U);
  EXPECT_EQ(verdict.findings[0].file, "a.cpp");
}

TEST(ChangeSizeCheckTest, SaysHowManyLinesAreTooManyAndWhich) {
  const Verdict verdict = judge_changes(
      kTwoFiles, kOriginal, {{"a.cpp", "int a;\n\nlong b;\nlong c;\nint d;\nint e;\n"}, {"b.cpp", "f();\n"}});
  EXPECT_EQ(verdict.outcome, Outcome::kFail);
  EXPECT_EQ(verdict.fraction, 0.5);
  ASSERT_EQ(verdict.findings.size(), 1U);
  const Finding& finding = verdict.findings[0];
  EXPECT_EQ(finding.file, "a.cpp");
  EXPECT_EQ(finding.line, 3);
  EXPECT_TRUE(has(finding.message, "in 5 lines, and 2 are enough")) << finding.message;
  EXPECT_TRUE(has(finding.message, "New lines of yours: 3 to 4, 6.")) << finding.message;
  EXPECT_TRUE(has(finding.message, "Lines of original/a.cpp that are gone: 2 to 3.")) << finding.message;
}

TEST(ChangeSizeCheckTest, ALineThatIsGoneHasNoPlaceInTheSubmission) {
  const ChangeSizeCheck one{.original = "original", .limits = {{"a.cpp", 1}}};
  const Verdict verdict = judge_changes(one, kOriginal, {{"a.cpp", "int a;\nint b;\n"}});
  ASSERT_EQ(verdict.findings.size(), 1U);
  EXPECT_EQ(verdict.findings[0].line, 0);
  EXPECT_TRUE(has(verdict.findings[0].message, "New lines of yours: none.")) << verdict.findings[0].message;
}

TEST(ChangeSizeCheckTest, WhatDoesNotCompileEarnsNothing) {
  const Manifest manifest;
  const Check check;
  const std::map<build::Flavour, build::Built> built{
      {build::Flavour::kExplore, build::BuildFailure{.text = "a.cpp:1: error", .file = "a.cpp", .line = 1}}};
  const auto verdict = judge(kTwoFiles, Context{.manifest = manifest,
                                                .check = check,
                                                .built = built,
                                                .backend = {},
                                                .jobs = 1,
                                                .stop = {},
                                                .progress = {},
                                                .suspicions = {},
                                                .submitted = kOriginal});
  ASSERT_TRUE(verdict);
  EXPECT_EQ(verdict->outcome, Outcome::kFail);
  EXPECT_EQ(verdict->findings.at(0).kind, FindingKind::kBuild);
}

}  // namespace
}  // namespace lockstep::checks
