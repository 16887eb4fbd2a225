#include "course/moment.h"

#include <gtest/gtest.h>

namespace lockstep::course {
namespace {

TEST(MomentTest, ReadsUtcAndOtherZonesAsTheSameMoment) {
  const auto utc = read_moment("2026-10-01T21:59:00Z");
  ASSERT_TRUE(utc);
  EXPECT_EQ(utc->time_since_epoch().count(), 1790891940);
  EXPECT_EQ(read_moment("2026-10-01T23:59:00+02:00"), utc);
  EXPECT_EQ(read_moment("2026-10-01T16:29:00-05:30"), utc);
  EXPECT_EQ(read_moment("2026-10-01T21:59:00.987Z"), utc) << "parts of a second are dropped";
}

TEST(MomentTest, RefusesWhatIsNoMomentOrHasNoZone) {
  for (const char* text : {"", "2026-10-01", "2026-10-01T21:59:00", "2026-10-01T21:59Z", "2026-02-30T00:00:00Z",
                           "2026-10-01T24:00:00Z", "2026-10-01T21:60:00Z", "2026-10-01T21:59:00Zx",
                           "+026-10-01T21:59:00Z", "2026-10-01 21:59:00Z", "2026-10-01T21:59:00+2"}) {
    EXPECT_FALSE(read_moment(text)) << text;
  }
}

TEST(MomentTest, IsWrittenAsItWasRead) {
  const auto moment = read_moment("2028-02-29T00:05:09Z").value();
  EXPECT_EQ(iso_text(moment), "2028-02-29T00:05:09Z");
  EXPECT_EQ(moment_text(moment), "2028-02-29 00:05 UTC");
}

}  // namespace
}  // namespace lockstep::course
