#include "report/json.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "report/sample_reports.h"
#include "score/severity.h"

namespace lockstep::report {
namespace {

nlohmann::json parsed(const GradeReport& report) { return nlohmann::json::parse(json(report)); }

TEST(JsonTest, AJudgedCheckHasItsPoints) {
  const auto threads = parsed(points_lost())["checks"][2];
  EXPECT_EQ(threads["id"], "threads");
  EXPECT_EQ(threads["kind"], "tests");
  EXPECT_EQ(threads["verdict"], "fail");
  EXPECT_EQ(threads["points"], 12.49);
  EXPECT_EQ(threads["max_points"], 30);
  EXPECT_EQ(threads["cases"][1], (nlohmann::json{{"name", "ThreadsTest.KeepsInputOrder"}, {"verdict", "fail"}}));
}

TEST(JsonTest, ACheckThatCouldNotBeJudgedHasNoPointsAndANoteSaysWhy) {
  const auto checks = parsed(points_lost())["checks"];
  for (const std::size_t i : {4U, 5U}) {
    EXPECT_TRUE(checks[i]["points"].is_null());
    EXPECT_EQ(checks[i]["notes"].size(), 1U);
  }
  EXPECT_EQ(checks[4]["verdict"], "inconclusive");
  EXPECT_EQ(checks[5]["verdict"], "error");
}

TEST(JsonTest, AFindingWithoutPlaceOrReplayHasNullThere) {
  const auto findings = parsed(points_lost())["checks"][2]["findings"];
  EXPECT_EQ(findings[0]["file"], "tests/threads_test.cpp");
  EXPECT_EQ(findings[0]["line"], 31);
  for (const char* key : {"file", "line", "replay"}) EXPECT_TRUE(findings[2][key].is_null()) << key;
}

TEST(JsonTest, AFindingOfTheExplorersHasItsPlacesAndItsSchedule) {
  const auto finding = parsed(found_by_the_explorer())["checks"][0]["findings"][0];
  EXPECT_EQ(finding["places"], (nlohmann::json{
                                   {{"file", "concurrent.cpp"}, {"line", 41}, {"function", "find_with_threads"}},
                                   {{"file", "concurrent.cpp"}, {"line", nullptr}, {"function", nullptr}},
                                   {{"file", "given.h"}, {"line", 7}, {"function", "each"}},
                               }));
  EXPECT_EQ(finding["schedule"], 12);
  EXPECT_NE(finding["message"].get<std::string>().find("\n    1   a  begin"), std::string::npos) << finding;
  for (const char* key : {"places", "schedule"}) {
    EXPECT_FALSE(parsed(points_lost())["checks"][2]["findings"][0].contains(key)) << key;
  }
}

TEST(JsonTest, ACheckHasTheCoverageOfAllItsCases) {
  const auto coverage = parsed(all_points())["checks"][2]["coverage"];
  EXPECT_EQ(coverage["end"], "budget") << "that of the weakest case";
  EXPECT_EQ(coverage["schedules"], 3204);
  EXPECT_EQ(coverage["bounds"]["spurious_events"], 2);
  EXPECT_FALSE(parsed(all_points())["checks"][0].contains("coverage")) << "nothing was explored";
  EXPECT_FALSE(parsed(found_by_the_explorer())["checks"][0].contains("coverage")) << "a finding ended an exploration";
}

TEST(JsonTest, ACheckSaysWhyItHasFewerPointsThanItsCasesEarned) {
  const auto check = parsed(found_by_the_explorer())["checks"][0];
  EXPECT_EQ(check["points"], 5);
  EXPECT_EQ(check["capped"], (nlohmann::json{{"kind", "data-race"}, {"share", 0.5}, {"earned", 8}}));
  EXPECT_FALSE(parsed(points_lost())["checks"][2].contains("capped"));
}

TEST(JsonTest, WholeNumbersOfPointsAreIntegers) {
  EXPECT_TRUE(parsed(all_points())["points"].is_number_integer());
  EXPECT_TRUE(parsed(all_points())["machine"]["cores"].is_number_integer());
}

TEST(JsonTest, HostileTextStaysTextAndReadsAsItWasMeant) {
  const std::string text = json(hostile_texts());
  EXPECT_EQ(text.find("##["), std::string::npos) << "a command for a workflow's runner";
  const std::string message = nlohmann::json::parse(text)["checks"][0]["findings"][0]["message"];
  EXPECT_NE(message.find("##[error]old style"), std::string::npos);
}

TEST(JsonTest, TheSchemaKnowsJustTheKindsOfFindingThatThereAre) {
  std::ifstream file(LOCKSTEP_SOURCE_DIR "/docs/formats/grade-1.schema.json");
  const auto schema = nlohmann::json::parse(file);
  std::vector<std::string> kinds;
  kinds.reserve(kFindingKindNames.size());
  for (const auto& [kind, spelling] : kFindingKindNames) kinds.emplace_back(spelling);
  EXPECT_EQ(schema["$defs"]["finding"]["properties"]["kind"]["enum"].get<std::vector<std::string>>(), kinds);
}

TEST(JsonTest, TheSchemaKnowsJustTheSevereKinds) {
  std::ifstream file(LOCKSTEP_SOURCE_DIR "/docs/formats/grade-1.schema.json");
  const auto schema = nlohmann::json::parse(file);
  std::vector<std::string> kinds;
  kinds.reserve(std::size(kSevereKinds));
  for (const FindingKind kind : kSevereKinds) kinds.emplace_back(name(kind));
  EXPECT_EQ(schema["$defs"]["capped"]["properties"]["kind"]["enum"].get<std::vector<std::string>>(), kinds);
}

}  // namespace
}  // namespace lockstep::report
