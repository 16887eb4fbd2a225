#include "plot/timeline_svg.h"

#include <gtest/gtest.h>

#include "plot/samples.h"

namespace lockstep::plot {
namespace {

bool shows(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(TimelineSvgTest, ShowsWhatEachThreadDidAndWhen) {
  const std::string picture = timeline_svg("f", convoy());
  EXPECT_TRUE(shows(picture, ">main</text>"));
  EXPECT_TRUE(shows(picture, ">thread 3</text>"));
  EXPECT_TRUE(shows(picture, R"(<rect x="84.0" y="46.0" width="52.0" height="19.0" class="run"/>)")) << picture;
  EXPECT_TRUE(shows(picture, R"(y="90.0" width="158.0" height="19.0" class="lock"/>)")) << picture;
}

TEST(TimelineSvgTest, SaysWhatKeepsTheProgramFromBeingFaster) {
  EXPECT_TRUE(shows(timeline_svg("f", convoy()), "&lt;guard&gt; &amp; friends"));
}

TEST(TimelineSvgTest, ExplainsOnlyWhatIsToBeSeen) {
  measure::Prediction prediction = convoy();
  EXPECT_TRUE(shows(timeline_svg("f", prediction), "asleep"));
  prediction.timeline.resize(1);
  EXPECT_TRUE(shows(timeline_svg("f", prediction), "running"));
  EXPECT_FALSE(shows(timeline_svg("f", prediction), "asleep"));
  prediction.timeline[0].push_back({ThreadState::kAsleep, 0.001, 0.001 + 1e-7});
  EXPECT_FALSE(shows(timeline_svg("f", prediction), "asleep")) << "much too short";
}

TEST(TimelineSvgTest, ShowsAsManyThreadsAsCanBeRecorded) {
  measure::Prediction prediction = convoy();
  prediction.timeline.resize(60, prediction.timeline[1]);
  const std::string picture = timeline_svg("f", prediction);
  EXPECT_TRUE(shows(picture, "thread 51"));
  EXPECT_FALSE(shows(picture, "thread 52"));
  EXPECT_TRUE(shows(picture, "8 more threads are not shown"));
}

}  // namespace
}  // namespace lockstep::plot
