#include <gtest/gtest.h>

#include "doctor/doctor.h"

namespace lockstep::doctor {
namespace {

TEST(RenderTest, SaysWhatIsLostAndHowToFixIt) {
  const std::vector<Probe> probes{
      {.id = "a", .what = "ninja", .level = Level::kGood, .result = "1.11", .consequence = "", .fix = ""},
      {.id = "b",
       .what = "mold",
       .level = Level::kDegraded,
       .result = "not found",
       .consequence = "linking takes a little longer than it would otherwise take",
       .fix = "apt-get install mold"}};
  EXPECT_EQ(render(probes, false, 70),
            "✓ ninja                         1.11\n"
            "! mold                          not found\n"
            "                                consequence: linking takes a little\n"
            "                                longer than it would otherwise take\n"
            "                                fix: apt-get install mold\n");
}

TEST(RenderTest, UsesColourOnlyWhenAsked) {
  const std::vector<Probe> probes{
      {.id = "a", .what = "ninja", .level = Level::kMissing, .result = "x", .consequence = "", .fix = ""}};
  EXPECT_EQ(render(probes, false, 80).find('\x1b'), std::string::npos);
  EXPECT_NE(render(probes, true, 80).find("\x1b[31m"), std::string::npos);
}

}  // namespace
}  // namespace lockstep::doctor
