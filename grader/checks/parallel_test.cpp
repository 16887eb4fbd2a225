#include "checks/parallel.h"

#include <gtest/gtest.h>

#include <latch>
#include <set>

namespace lockstep::checks {
namespace {

TEST(ForEachIndexTest, VisitsEachIndexOnce) {
  for (const int jobs : {-1, 0, 1, 2, 7}) {
    std::vector<std::atomic<int>> visits(5);
    for_each_index(visits.size(), jobs, [&](std::size_t i) { ++visits[i]; });
    for (const auto& count : visits) EXPECT_EQ(count, 1) << jobs << " jobs";
  }
}

TEST(ForEachIndexTest, RunsAsManyAtATimeAsItMay) {
  std::latch both_are_here(2);
  for_each_index(2, 2, [&](std::size_t) { both_are_here.arrive_and_wait(); });
}

TEST(ForEachIndexTest, DoesNothingForNothing) {
  for_each_index(0, 2, [](std::size_t) { FAIL(); });
}

}  // namespace
}  // namespace lockstep::checks
