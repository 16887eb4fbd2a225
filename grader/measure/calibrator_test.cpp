#include "measure/calibrator.h"

#include <gtest/gtest.h>
#include <sched.h>

#include <thread>

namespace lockstep::measure {
namespace {

/// What two threads are given on one core, whatever else runs on the machine.
Capacity calibrate_on_one_core() {
  Capacity capacity;
  std::thread([&capacity] {
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(static_cast<std::size_t>(sched_getcpu()), &one);
    ASSERT_EQ(sched_setaffinity(0, sizeof one, &one), 0);
    capacity = calibrate(2);
  }).join();
  return capacity;
}

TEST(CalibratorTest, TwoThreadsOnOneCoreAreNotQuiet) {
  const Capacity capacity = calibrate_on_one_core();
  EXPECT_LT(capacity.cpu_share, 0.9);
  EXPECT_FALSE(capacity.quiet(2));
}

TEST(CalibratorTest, NeverFindsMoreCoresThanThreads) {
  const Capacity capacity = calibrate(2);
  EXPECT_GT(capacity.cores, 0);
  EXPECT_LE(capacity.cores, 2);
  EXPECT_GT(capacity.cpu_share, 0);
  EXPECT_LE(capacity.cpu_share, 1.0);
}

TEST(CalibratorTest, IsQuietOnlyWithBothCapacityAndCpuShare) {
  EXPECT_TRUE((Capacity{.cores = 1.97, .cpu_share = 0.99}).quiet(2));
  EXPECT_FALSE((Capacity{.cores = 1.3, .cpu_share = 0.99}).quiet(2));   // two halves of one core
  EXPECT_FALSE((Capacity{.cores = 1.97, .cpu_share = 0.55}).quiet(2));  // a busy neighbour
  EXPECT_FALSE((Capacity{.cores = 1.97, .cpu_share = 0.99}).quiet(4));
}

}  // namespace
}  // namespace lockstep::measure
