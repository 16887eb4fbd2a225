#include "measure/prediction.h"

#include <gtest/gtest.h>

#include <string>

namespace lockstep::measure {
namespace {

const std::string kObject =
    R"({"checksum":18446744073709551615,"workers":2,"baseline_ns":40000000,"makespan_ns":20500000,"work_ns":40600000,)"
    R"("span_ns":20000000,"parallelism":2.03,"threads":3,"explanation":"All is well.","at_most_one_runs":0.02,)"
    R"("busiest_share":0.5,"worst_lock":{"name":"the lock taken first at x.cpp:3","waited_ns":1000,"held_ns":2000}})";

/// The object with a part of it replaced.
std::string with(const std::string& part, const std::string& other) {
  std::string changed = kObject;
  const auto at = changed.find(part);
  EXPECT_NE(at, std::string::npos) << part;
  return changed.replace(at, part.size(), other);
}

TEST(PredictionTest, GivesTimesInSeconds) {
  const auto prediction = read_prediction(kObject);
  ASSERT_TRUE(prediction);
  EXPECT_EQ(prediction->checksum, 18'446'744'073'709'551'615U);
  EXPECT_EQ(prediction->workers, 2U);
  EXPECT_DOUBLE_EQ(prediction->baseline_s, 0.040);
  EXPECT_DOUBLE_EQ(prediction->makespan_s, 0.0205);
  EXPECT_EQ(prediction->threads, 3U);
  EXPECT_EQ(prediction->explanation, "All is well.");
  ASSERT_TRUE(prediction->worst_lock);
  EXPECT_EQ(prediction->worst_lock->name, "the lock taken first at x.cpp:3");
  EXPECT_DOUBLE_EQ(prediction->worst_lock->waited_s, 1e-6);
  EXPECT_TRUE(prediction->timeline.empty());
}

TEST(PredictionTest, ReadsATimelineThreadByThread) {
  const auto prediction = read_prediction(with(
      "\"threads\":3", "\"threads\":3,\"timeline\":[[[\"run\",0,1000]],[[\"lock\",500,900],[\"sleep\",900,2000]]]"));
  ASSERT_TRUE(prediction);
  ASSERT_EQ(prediction->timeline.size(), 2U);
  EXPECT_EQ(prediction->timeline[1][0].state, ThreadState::kWaitingForLock);
  EXPECT_DOUBLE_EQ(prediction->timeline[1][1].end_s, 2e-6);
}

TEST(PredictionTest, RefusesWhatMakesNoSense) {
  EXPECT_FALSE(read_prediction(""));
  EXPECT_FALSE(read_prediction("{"));
  EXPECT_FALSE(read_prediction("[]"));
  EXPECT_FALSE(read_prediction(with("\"workers\":2", "\"workers\":\"2\"")));
  EXPECT_FALSE(read_prediction(with("\"makespan_ns\":20500000", "\"makespan_ns\":0")));
  EXPECT_FALSE(read_prediction(with("\"makespan_ns\":20500000", "\"makespan_ns\":-1")));
  EXPECT_FALSE(read_prediction(with("\"baseline_ns\":40000000,", "")));
  EXPECT_FALSE(read_prediction(with("\"workers\":2", "\"workers\":-1"))) << "would be four thousand million";
  EXPECT_FALSE(read_prediction(with("\"threads\":3", "\"threads\":1e30")));
  EXPECT_FALSE(read_prediction(with("\"span_ns\":20000000", "\"span_ns\":-1")));
  EXPECT_FALSE(read_prediction(with("\"busiest_share\":0.5", "\"busiest_share\":1e999")));
  EXPECT_FALSE(read_prediction(with("\"threads\":3", "\"threads\":3,\"timeline\":[[[\"dance\",0,1]]]")));
}

}  // namespace
}  // namespace lockstep::measure
