#include "build/diagnostics.h"

#include <gtest/gtest.h>

namespace lockstep::build {
namespace {

const std::vector<std::string> kSubmission{"queue.cpp", "queue.h"};

TEST(WarningsTest, EachHasTheLinesThatTheCompilerShows) {
  const auto warnings = warnings_in(
      "[1/2] Building\n"
      "/s/src/queue.cpp: In function 'int next()':\n"
      "/s/src/queue.cpp:8:1: warning: no return statement [-Wreturn-type]\n"
      "    8 | }\n"
      "      | ^\n"
      "/s/src/queue.cpp:9:5: warning: unused variable 'a' [-Wunused-variable]\n",
      "/s/src", kSubmission);
  ASSERT_EQ(warnings.size(), 2U);
  EXPECT_EQ(warnings[0].at, (Location{.file = "queue.cpp", .line = 8}));
  EXPECT_EQ(warnings[0].message, "queue.cpp:8:1: warning: no return statement [-Wreturn-type]");
  EXPECT_EQ(warnings[0].excerpt, (std::vector<std::string>{"    8 | }", "      | ^"}));
  EXPECT_TRUE(warnings[1].excerpt.empty());
}

TEST(WarningsTest, AHeadersIsOneHoweverManyFilesIncludeIt) {
  const std::string once =
      "In file included from /s/src/queue.cpp:1:\n"
      "/s/src/queue.h:8:1: warning: unused\n"
      "    8 | int a;\n";
  const auto warnings = warnings_in(once + "[2/2] Building\n" + once, "/s/src", kSubmission);
  ASSERT_EQ(warnings.size(), 1U);
  EXPECT_EQ(warnings[0].excerpt.size(), 1U);
}

TEST(WarningsTest, ThoseOfOtherFilesAreNotTheLearners) {
  EXPECT_TRUE(warnings_in("/s/src/tests/queue_test.cpp:8:1: warning: w\n    8 | x\n"
                          "/s/src/hidden/queue_hidden.cpp:8:1: warning: w\n/usr/include/vector:8:1: warning: w\n"
                          "/s/src/queue.cpp:8:1: error: e\n",
                          "/s/src", kSubmission)
                  .empty());
}

}  // namespace
}  // namespace lockstep::build
