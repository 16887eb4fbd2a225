#include "cli/named_sources.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

class NamedSourcesTest : public testing::Test {
 protected:
  NamedSourcesTest() {
    EXPECT_TRUE(os::write_file(lab() / "work.cpp", "the lab's skeleton"));
    EXPECT_TRUE(os::write_file(lab() / "tests/work_test.cpp", "a test"));
    EXPECT_TRUE(os::write_file(dir_.path() / "secret.txt", "a secret"));
    manifest_.dir = lab();
  }
  [[nodiscard]] fs::path lab() const { return dir_.path() / "lab"; }
  [[nodiscard]] std::map<std::string, std::string> named_by(const Finding& finding) const {
    const Verdict verdict{.outcome = Outcome::kFail, .findings = {finding}, .cases = {}, .notes = {}};
    return named_sources(manifest_, {{"work.cpp", "the learner's"}}, {&verdict, 1});
  }
  static Finding at(const std::string& file) {
    Finding finding;
    finding.file = file;
    finding.line = 1;
    return finding;
  }

  os::TempDir dir_ = os::TempDir::make().value();
  Manifest manifest_;
};

TEST_F(NamedSourcesTest, WhatWasSubmittedIsTakenAsItWasGraded) {
  EXPECT_EQ(named_by(at("work.cpp")).at("work.cpp"), "the learner's");
}

TEST_F(NamedSourcesTest, TheRestIsTheLabs) {
  Finding finding = at("work.cpp");
  finding.places = {{"tests/work_test.cpp", 1, ""}};
  finding.racing = {"work.cpp:1"};
  EXPECT_EQ(named_by(finding).size(), 2U);
  EXPECT_EQ(named_by(finding).at("tests/work_test.cpp"), "a test");
}

TEST_F(NamedSourcesTest, ANameThatLeadsOutOfTheLabIsPassedOver) {
  fs::create_symlink(dir_.path() / "secret.txt", lab() / "link.cpp");
  for (const std::string& name :
       {std::string("../secret.txt"), std::string("tests/../../secret.txt"), (dir_.path() / "secret.txt").string(),
        std::string("link.cpp"), std::string("none.cpp"), std::string("tests"), std::string("tests/"), std::string()}) {
    EXPECT_TRUE(named_by(at(name)).empty()) << name;
  }
}

}  // namespace
}  // namespace lockstep::cli
