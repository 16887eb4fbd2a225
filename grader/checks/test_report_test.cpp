#include "checks/test_report.h"

#include <gtest/gtest.h>

#include "lockstep/coverage_fields.h"
#include "lockstep/seal.h"

namespace lockstep::checks {
namespace {

constexpr std::string_view kNonce = "000102030405060708090a0b0c0d0e0f";

std::string sealed(const std::string& report, std::string_view nonce = kNonce) {
  return report + "epilogue\t" + seal_of(report, nonce) + "\n";
}

// The example in appendix A of the paper.
TEST(SealTest, IsSipHash) {
  std::string bytes;
  for (char c = 0; c < 15; ++c) bytes += c;
  EXPECT_EQ(seal_of(bytes, kNonce), "a129ca6149be45e5");
}

TEST(SealTest, ComesToTheSameInPieces) {
  Seal seal;
  begin_seal(seal, kNonce.data(), kNonce.size());
  for (const std::string_view piece : {"", "a", "piece of ten", " and the rest"}) {
    add_to_seal(seal, piece.data(), piece.size());
  }
  EXPECT_EQ(finished_seal(seal), seal_of("apiece of ten and the rest", kNonce));
}

TEST(TestReportTest, ReadsCasesFailuresAndTheEpilogue) {
  const TestReport report = read_test_report(
      sealed("failure\t/lab/a_test.cpp\t12\tExpected:\\n  1\\tto be\\\\2\nend\tSuite.Case\tfailed\n"), kNonce);
  ASSERT_EQ(report.failures.size(), 1U);
  EXPECT_EQ(report.failures[0].file, "/lab/a_test.cpp");
  EXPECT_EQ(report.failures[0].line, 12);
  EXPECT_EQ(report.failures[0].message, "Expected:\n  1\tto be\\2");
  ASSERT_EQ(report.ended.size(), 1U);
  EXPECT_EQ(report.ended[0], std::pair(std::string("Suite.Case"), CaseEnd::kFailed));
  EXPECT_TRUE(report.complete);
}

TEST(TestReportTest, ReadsAListing) {
  const TestReport report = read_test_report(sealed("case\tA.B\ncase\tA.C\n"), kNonce);
  EXPECT_EQ(report.listed, (std::vector<std::string>{"A.B", "A.C"}));
}

TEST(TestReportTest, ReadsWhatAnExplorationHasCovered) {
  const std::string_view end = "end\tA.B\tpassed\n";
  EXPECT_FALSE(read_test_report(end, kNonce).explored.coverage);
  std::string text;
  const Coverage sent{.end = Coverage::End::kAll,
                      .schedules = 1204,
                      .cut = 0,
                      .bounds = {.spurious_events = 2, .steps = 300'000, .fair = true}};
  for (const auto& [key, value] : coverage_fields(sent)) {
    text.append("explored\t").append(key).append("\t").append(value).append("\n");
  }
  const auto got = read_test_report(text.append(end), kNonce).explored.coverage;
  ASSERT_TRUE(got);
  EXPECT_EQ(coverage_fields(*got), coverage_fields(sent));
}

TEST(TestReportTest, TellsAProgramThatIsEmptyFromNone) {
  const auto program = [](std::string_view text) { return read_test_report(text, kNonce).explored.program; };
  EXPECT_EQ(program("explored\ttrace\t1\nend\tA.B\tpassed\n"), std::nullopt);
  EXPECT_EQ(program("explored\tprogram\t\nend\tA.B\tpassed\n"), "");
  EXPECT_EQ(program("explored\tprogram\tint main() {\\n}\\n\n"), "int main() {\n}\n");
}

TEST(TestReportTest, IsIncompleteWithoutTheSealOfItsNonce) {
  const std::string end = "end\tA.B\tpassed\n";
  EXPECT_TRUE(read_test_report(sealed(end), kNonce).complete);
  EXPECT_FALSE(read_test_report(end, kNonce).complete);
  EXPECT_FALSE(read_test_report(end + "epilogue\t" + std::string(kNonce) + "\n", kNonce).complete);
  EXPECT_FALSE(read_test_report(sealed(end, "fedcba9876543210fedcba9876543210"), kNonce).complete);
  EXPECT_FALSE(read_test_report(sealed(end, ""), "").complete);
}

TEST(TestReportTest, IsIncompleteWhenARecordWasChangedAddedOrLeftOut) {
  const std::string report = sealed("failure\ta\t1\tm\nend\tA.B\tfailed\n");
  const std::string changed =
      report.substr(0, report.find("failed")) + "passed" + report.substr(report.find("failed") + 6);
  EXPECT_FALSE(read_test_report(changed, kNonce).complete);
  EXPECT_FALSE(read_test_report(report.substr(report.find("end")), kNonce).complete);
  EXPECT_FALSE(read_test_report("end\tA.B\tpassed\n" + report, kNonce).complete);
  EXPECT_FALSE(read_test_report(report + "end\tA.B\tpassed\n", kNonce).complete) << "nothing follows the epilogue";
}

TEST(TestReportTest, PassesOverWhatMakesNoSense) {
  const TestReport report =
      read_test_report(sealed("\n\t\t\nfailure\nend\tA.B\tsplendid\nfailure\ta\tb\nwhat\\\n"), kNonce);
  EXPECT_TRUE(report.ended.empty());
  EXPECT_TRUE(report.failures.empty());
  EXPECT_TRUE(report.complete);
}

}  // namespace
}  // namespace lockstep::checks
