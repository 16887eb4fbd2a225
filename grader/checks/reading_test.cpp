// What a finding says to read.

#include <gtest/gtest.h>

#include <string>

#include "checks/check.h"

namespace lockstep::checks {
namespace {

/// What is said to read where a submission does not compile. \param read  of the check, in lab.toml
std::string said_to_read(const std::string& read) {
  Manifest manifest;
  manifest.name = "01-tiny";
  Check check;
  check.read = read;
  check.settings = TestsCheck{.program = "tiny_test", .cases = {{"TinyTest.Answers", 5}}};
  const std::map<build::Flavour, build::Built> built{
      {build::Flavour::kRelease, build::BuildFailure{.text = "no", .file = "tiny.cpp", .line = 1}}};
  const auto verdict = judge({.manifest = manifest,
                              .check = check,
                              .built = built,
                              .backend = process::SandboxBackend::kNone,
                              .jobs = 1,
                              .stop = {},
                              .progress = {}});
  EXPECT_TRUE(verdict) << verdict.error().message;
  EXPECT_EQ(verdict->findings.size(), 1U);
  return verdict->findings.at(0).read;
}

TEST(ReadingTest, IsNamedFromTheKitsFolderWhichHasAReadmeOfItsOwn) {
  EXPECT_EQ(said_to_read("README.md#search"), "labs/01-tiny/README.md#search");
}

TEST(ReadingTest, LeavesAnAddressAndNothingAsTheyAre) {
  EXPECT_EQ(said_to_read("https://example.org/search"), "https://example.org/search");
  EXPECT_EQ(said_to_read(""), "");
}

}  // namespace
}  // namespace lockstep::checks
