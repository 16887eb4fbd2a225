#include "plot/trace.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "plot/samples.h"

namespace lockstep::plot {
namespace {

using nlohmann::json;

TEST(TraceTest, HasACompleteEventInMicrosecondsForEachStretch) {
  const json events = json::parse(trace("f", convoy()))["traceEvents"];
  EXPECT_EQ(std::ranges::count(events, json("X"), [](const json& event) { return event["ph"]; }), 9);
  EXPECT_TRUE(std::ranges::any_of(events, [](const json& event) {
    return event == json{{"ph", "X"},        {"pid", 1},     {"tid", 2},     {"name", "waits for a lock"},
                         {"cat", "blocked"}, {"ts", 1000.0}, {"dur", 3000.0}};
  }));
}

TEST(TraceTest, NamesTheProgramAndItsThreads) {
  const json events = json::parse(trace("a \"program\"", convoy()))["traceEvents"];
  EXPECT_EQ(
      events[0],
      (json{{"ph", "M"}, {"pid", 1}, {"tid", 0}, {"name", "process_name"}, {"args", {{"name", "a \"program\""}}}}));
  std::vector<std::string> names;
  for (const json& event : events) {
    if (event["name"] == "thread_name") names.push_back(event["args"]["name"]);
  }
  EXPECT_EQ(names, (std::vector<std::string>{"main", "thread 1", "thread 2", "thread 3"}));
}

TEST(TraceTest, AStretchEndsWhereTheNextOneBegins) {
  measure::Prediction prediction;
  auto& slices = prediction.timeline.emplace_back();
  for (int i = 0; i < 1000; ++i) slices.push_back({{}, i * 1.1003e-7, (i + 1) * 1.1003e-7});
  const json events = json::parse(trace("f", prediction))["traceEvents"];
  long long end_ns = 0;
  for (const json& event : events) {
    if (event["ph"] != "X") continue;
    EXPECT_EQ(std::llround(1000 * event["ts"].get<double>()), end_ns);
    end_ns += std::llround(1000 * event["dur"].get<double>());
  }
  EXPECT_EQ(end_ns, 110'030);
}

TEST(TraceTest, IsAFileWithoutThreadsToo) { EXPECT_EQ(json::parse(trace("f", {}))["traceEvents"].size(), 1U); }

}  // namespace
}  // namespace lockstep::plot
