#include "checks/program.h"

#include <gtest/gtest.h>

namespace lockstep::checks {
namespace {

/// The verdict on a program that was not built.
Verdict verdict_on(build::BuildFailure failure) {
  const Manifest manifest;
  const Check check;
  const std::map<build::Flavour, build::Built> built{{build::Flavour::kRelease, std::move(failure)}};
  const Context context{
      .manifest = manifest, .check = check, .built = built, .backend = {}, .jobs = 1, .stop = {}, .progress = {}};
  return std::get<Verdict>(program_of(context, build::Flavour::kRelease, "tiny_test"));
}

TEST(ProgramOfTest, WhatDoesNotCompileFails) {
  const Verdict verdict = verdict_on({.text = "a.cpp:1: error", .file = "a.cpp", .line = 1});
  EXPECT_EQ(verdict.outcome, Outcome::kFail);
  ASSERT_EQ(verdict.findings.size(), 1U);
  EXPECT_EQ(verdict.findings[0].kind, FindingKind::kBuild);
}

TEST(ProgramOfTest, WhatTheMachineWasTooBusyToCompileIsNotJudged) {
  const Verdict verdict = verdict_on({.text = "too busy", .file = "", .line = 0, .starved = true});
  EXPECT_EQ(verdict.outcome, Outcome::kInconclusive);
  EXPECT_TRUE(verdict.findings.empty());
  EXPECT_EQ(verdict.notes, std::vector<std::string>{"too busy"});
}

}  // namespace
}  // namespace lockstep::checks
