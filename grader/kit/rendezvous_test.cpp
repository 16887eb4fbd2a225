#include "lockstep/rendezvous.h"

#include <gtest/gtest.h>

#include <chrono>
#include <mutex>
#include <thread>
#include <vector>

namespace lockstep {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kNoTimeout{3'600'000};  // a test that waits so long hangs: no machine is slow enough to miss

/// Runs `bodies[i]` task bodies on thread i, one after the other.
void run(Rendezvous& rendezvous, const std::vector<int>& bodies) {
  std::vector<std::jthread> threads;
  threads.reserve(bodies.size());
  for (const int count : bodies) {
    threads.emplace_back([&rendezvous, count] {
      for (int i = 0; i < count; ++i) rendezvous.meet();
    });
  }
}

TEST(RendezvousTest, AllBodiesOfTwoThreadsMeet) {
  Rendezvous rendezvous({.timeout = kNoTimeout});
  run(rendezvous, {20, 20});
  EXPECT_EQ(rendezvous.bodies(), 40U);
  EXPECT_EQ(rendezvous.share(), 1.0);
}

TEST(RendezvousTest, NobodyMeetsOnOneThread) {
  Rendezvous rendezvous({.timeout = milliseconds(1)});
  run(rendezvous, {40});
  EXPECT_EQ(rendezvous.bodies(), 40U);
  EXPECT_EQ(rendezvous.share(), 0.0);
}

TEST(RendezvousTest, NobodyMeetsUnderOneLock) {
  Rendezvous rendezvous({.timeout = milliseconds(1)});
  std::mutex one_lock;
  const auto work = [&] {
    for (int i = 0; i < 20; ++i) {
      const std::lock_guard lock(one_lock);
      rendezvous.meet();
    }
  };
  {
    const std::jthread other(work);
    work();
  }
  EXPECT_EQ(rendezvous.bodies(), 40U);
  EXPECT_EQ(rendezvous.share(), 0.0);
}

TEST(RendezvousTest, AnUnevenSplitOfThreeToOneMeetsAtMostByHalf) {
  Rendezvous rendezvous({.timeout = milliseconds(200)});
  run(rendezvous, {30, 10});
  EXPECT_EQ(rendezvous.bodies(), 40U);
  EXPECT_LE(rendezvous.share(), 0.5);
}

TEST(RendezvousTest, BodiesMeetInPairsSoAThirdOneWaitsForAFourth) {
  Rendezvous rendezvous({.timeout = milliseconds(200), .misses = 1});
  run(rendezvous, {1, 1, 1});
  EXPECT_EQ(rendezvous.bodies(), 3U);
  EXPECT_LT(rendezvous.share(), 1.0);
}

TEST(RendezvousTest, GivesUpAfterSoManyMissesInARow) {
  Rendezvous rendezvous({.timeout = milliseconds(1), .misses = 2});
  EXPECT_FALSE(rendezvous.meet());
  EXPECT_FALSE(rendezvous.meet());
  // Nobody waits any more, so these two, however close, cannot meet.
  run(rendezvous, {1, 1});
  EXPECT_EQ(rendezvous.share(), 0.0);
}

TEST(RendezvousTest, AMeetingForgivesEarlierMisses) {
  Rendezvous rendezvous({.timeout = milliseconds(500), .misses = 2});
  EXPECT_FALSE(rendezvous.meet());
  run(rendezvous, {1, 1});
  EXPECT_FALSE(rendezvous.meet());
  run(rendezvous, {1, 1});
  EXPECT_DOUBLE_EQ(rendezvous.share(), 4.0 / 6);
}

TEST(RendezvousTest, HasNoShareWithoutBodies) { EXPECT_EQ(Rendezvous().share(), 0.0); }

}  // namespace
}  // namespace lockstep
