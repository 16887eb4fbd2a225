#include "lockstep/finding_place_fields.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lockstep {
namespace {

TEST(FindingPlaceTest, PlacesAreReadAsTheyWereSent) {
  const std::vector<FindingPlace> places{{"/lab/queue.h", 12, "Queue<int>::push(int)"}, {"a b.cpp", 0, ""}};
  EXPECT_EQ(read_places_field(places_field(places)), places);
  EXPECT_TRUE(read_places_field(places_field({})).empty());
}

TEST(FindingPlaceTest, LinesThatMakeNoSenseArePassedOver) {
  for (const char* const text : {"queue.h", "queue.h\t12", "queue.h\tx\tf\n", "queue.h\t12x\tf", "queue.h\t-1\tf",
                                 "\t1\tf", "queue.h\t\tf", "queue.h\t99999999999999\tf", "\n\n"}) {
    EXPECT_TRUE(read_places_field(text).empty()) << text;
  }
}

}  // namespace
}  // namespace lockstep
