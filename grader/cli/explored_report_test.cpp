#include "cli/explored_report.h"

#include <gtest/gtest.h>

namespace lockstep::cli {
namespace {

using nlohmann::json;

json report() {
  return {{"ended", "finding"},
          {"schedules", 7},
          {"cut", 0},
          {"seconds", 0.5},
          {"coverage", json::object()},
          {"guarantee", "7 schedules"},
          {"notes", {"one", "two"}},
          {"trace", ""},
          {"output", "hello"},
          {"finding",
           {{"kind", "deadlock"},
            {"message", "Deadlock"},
            {"trace", "a b"},
            {"schedule", 7},
            {"reduction",
             {{"runs", 41},
              {"from", {{"spurious_events", 0}, {"preemptions", 9}, {"steps", 57}}},
              {"to", {{"spurious_events", 0}, {"preemptions", 2}, {"steps", 30}}}}},
            {"replay", "abab"},
            {"places", json::array()},
            {"steps",
             {{{"number", 3},
               {"thread", "b"},
               {"what", "lock"},
               {"decisive", true},
               {"why", "thread c waits for it"},
               {"left_out", 2},
               {"held_then", {{{"thread", "b"}, {"lock", "mutex 1"}}}}}}}}}};
}

TEST(ExploredReportTest, HasWhatTheProgramSaid) {
  const auto read = explored_report(report().dump());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->schedules, 7);
  EXPECT_EQ(read->notes, (std::vector<std::string>{"one", "two"}));
  ASSERT_TRUE(read->finding);
  EXPECT_EQ(read->finding->replay, "abab");
  EXPECT_EQ(read->finding->reduction, (Reduction{.runs = 41, .from = {0, 9, 57}, .to = {0, 2, 30}}));
  json nothing_found = report();
  nothing_found["finding"] = nullptr;
  EXPECT_FALSE(explored_report(nothing_found.dump()).value().finding);
}

TEST(ExploredReportTest, HasTheStepsOfTheInterleaving) {
  const auto read = explored_report(report().dump());
  ASSERT_TRUE(read);
  ASSERT_TRUE(read->finding);
  EXPECT_EQ(read->finding->steps, (std::vector<TraceStep>{{.number = 3,
                                                           .thread = "b",
                                                           .what = "lock",
                                                           .decisive = true,
                                                           .why = "thread c waits for it",
                                                           .left_out = 2,
                                                           .held_then = {{"b", "mutex 1"}}}}));
}

TEST(ExploredReportTest, AnythingElseIsNone) {
  for (const char* text : {"", "{", "7", "null", "[]", "{}", "\"finding\""})
    EXPECT_FALSE(explored_report(text)) << text;
}

TEST(ExploredReportTest, IsNoneWhenAFieldIsMissingOrOfAnotherType) {
  const json whole = report();
  for (const auto& [key, value] : whole.items()) {
    json without = whole;
    without.erase(key);
    EXPECT_FALSE(explored_report(without.dump())) << key;
    json other = whole;
    other[key] = value.is_string() ? json(1) : json("text");
    EXPECT_FALSE(explored_report(other.dump())) << key;
  }
  for (const auto& [key, value] : whole["finding"].items()) {
    json other = whole;
    other["finding"][key] = value.is_string() ? json(1) : json("text");
    EXPECT_FALSE(explored_report(other.dump())) << key;
  }
  json negative = whole;
  negative["schedules"] = -1;
  EXPECT_FALSE(explored_report(negative.dump()));
}

}  // namespace
}  // namespace lockstep::cli
