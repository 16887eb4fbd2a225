#include "report/read_json.h"

#include <gtest/gtest.h>

#include "report/html.h"
#include "report/json.h"
#include "report/sample_reports.h"

namespace lockstep::report {
namespace {

class ReadJsonTest : public testing::TestWithParam<Sample> {};

TEST_P(ReadJsonTest, AReportThatWasReadIsWrittenAsItWas) {
  const std::string text = json(GetParam().report);
  const auto read = read_json(text);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(json(*read), text);
  EXPECT_EQ(read->score.left_out, GetParam().report.score.left_out);
}

INSTANTIATE_TEST_SUITE_P(Samples, ReadJsonTest, testing::ValuesIn(samples()));

TEST(ReadJsonTest, AFindingKnowsItsCase) {
  Finding race = finding(FindingKind::kDataRace, "two threads");
  race.of_case = "ExploredTest.Finds";
  const auto read = read_json(json(report_with({race})));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->score.checks[0].verdict.findings[0].of_case, "ExploredTest.Finds");
}

TEST(ReadJsonTest, TheInterleavingAsTextIsPartedFromTheMessage) {
  const auto read = read_json(json(found_by_the_explorer()));
  ASSERT_TRUE(read);
  const Finding& race = read->score.checks[0].verdict.findings[0];
  EXPECT_TRUE(race.message.ends_with("b writes it at concurrent.cpp:41")) << race.message;
  EXPECT_TRUE(race.trace.starts_with("    1   a  begin")) << race.trace;
}

TEST(ReadJsonTest, WhatIsNoReportIsRefused) {
  for (const char* text :
       {"", "[]", "{}", "{\"schema\": \"lockstep.grade/2\"}", "{\"schema\": \"lockstep.grade/1\"}"}) {
    const auto read = read_json(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().fault, Fault::kInput);
    EXPECT_NE(read.error().message.find("lockstep.grade/1"), std::string::npos);
  }
}

}  // namespace
}  // namespace lockstep::report
