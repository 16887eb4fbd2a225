#include "checks/test_report.h"

#include <gtest/gtest.h>

#include "lockstep/coverage_fields.h"

namespace lockstep::checks {
namespace {

TEST(TestReportTest, ReadsCasesFailuresAndTheEpilogue) {
  const TestReport report = read_test_report(
      "failure\t/lab/a_test.cpp\t12\tExpected:\\n  1\\tto be\\\\2\nend\tSuite.Case\tfailed\nepilogue\tn0nce\n",
      "n0nce");
  ASSERT_EQ(report.failures.size(), 1U);
  EXPECT_EQ(report.failures[0].file, "/lab/a_test.cpp");
  EXPECT_EQ(report.failures[0].line, 12);
  EXPECT_EQ(report.failures[0].message, "Expected:\n  1\tto be\\2");
  ASSERT_EQ(report.ended.size(), 1U);
  EXPECT_EQ(report.ended[0], std::pair(std::string("Suite.Case"), CaseEnd::kFailed));
  EXPECT_TRUE(report.complete);
}

TEST(TestReportTest, ReadsAListing) {
  const TestReport report = read_test_report("case\tA.B\ncase\tA.C\nepilogue\tx\n", "x");
  EXPECT_EQ(report.listed, (std::vector<std::string>{"A.B", "A.C"}));
}

TEST(TestReportTest, ReadsWhatAnExplorationHasCovered) {
  const std::string_view epilogue = "end\tA.B\tpassed\nepilogue\tx\n";
  EXPECT_FALSE(read_test_report(epilogue, "x").explored.coverage);
  std::string text;
  const Coverage sent{.end = Coverage::End::kAll,
                      .schedules = 1204,
                      .cut = 0,
                      .bounds = {.spurious_events = 2, .steps = 300'000, .fair = true}};
  for (const auto& [key, value] : coverage_fields(sent)) {
    text.append("explored\t").append(key).append("\t").append(value).append("\n");
  }
  const auto got = read_test_report(text.append(epilogue), "x").explored.coverage;
  ASSERT_TRUE(got);
  EXPECT_EQ(coverage_fields(*got), coverage_fields(sent));
}

TEST(TestReportTest, IsIncompleteWithoutTheRightNonce) {
  EXPECT_FALSE(read_test_report("end\tA.B\tpassed\n", "x").complete);
  EXPECT_FALSE(read_test_report("end\tA.B\tpassed\nepilogue\ty\n", "x").complete);
  EXPECT_FALSE(read_test_report("epilogue\t\n", "").complete);
}

TEST(TestReportTest, PassesOverWhatMakesNoSense) {
  const TestReport report =
      read_test_report("\n\t\t\nfailure\nend\tA.B\tsplendid\nfailure\ta\tb\nwhat\\\nepilogue\tx", "x");
  EXPECT_TRUE(report.ended.empty());
  EXPECT_TRUE(report.failures.empty());
  EXPECT_TRUE(report.complete);
}

}  // namespace
}  // namespace lockstep::checks
