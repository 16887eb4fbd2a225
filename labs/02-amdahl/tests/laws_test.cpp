#include "laws.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "numbers.h"
#include "refusal.h"

namespace {

constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNoFractions[] = {-0.01, 1.01, 90.0, kNotANumber, kInfinity};

}  // namespace

TEST(AmdahlTest, GivesTheSpeedup) {
  EXPECT_NEAR(amdahl_speedup(0.5, 2), 4.0 / 3, kClose);
  EXPECT_NEAR(amdahl_speedup(0.75, 3), 2, kClose);
  EXPECT_NEAR(amdahl_speedup(0.9, 10), 10 / 1.9, kClose) << "0.9 is nine tenths, not 0.9 percent";
}

TEST(AmdahlTest, SerialWorkIsNeverFaster) {
  for (const unsigned workers : {1U, 2U, 64U, 4'000'000'000U}) EXPECT_NEAR(amdahl_speedup(0, workers), 1, kClose);
}

TEST(AmdahlTest, ParallelWorkIsAsManyTimesFasterAsThereAreWorkers) {
  for (const unsigned workers : {1U, 2U, 3U, 5U, 7U, 11U, 13U, 64U}) {
    EXPECT_NEAR(amdahl_speedup(1, workers), workers, kClose);
  }
}

TEST(AmdahlTest, OneWorkerGainsNothing) {
  for (const double fraction : {0.0, 0.1, 0.5, 0.99, 1.0}) EXPECT_NEAR(amdahl_speedup(fraction, 1), 1, kClose);
}

TEST(AmdahlTest, ComesCloseToItsLimit) {
  EXPECT_NEAR(amdahl_limit(0), 1, kClose);
  EXPECT_NEAR(amdahl_limit(0.75), 4, kClose);
  EXPECT_NEAR(amdahl_speedup(0.9, 4'000'000'000U), amdahl_limit(0.9), 1e-6);
  EXPECT_LT(amdahl_speedup(0.9, 64), amdahl_limit(0.9));
  EXPECT_EQ(amdahl_limit(1), kInfinity) << "when nothing is serial there is no limit";
}

TEST(AmdahlTest, RefusesWhatIsNoFraction) {
  for (const double fraction : kNoFractions) {
    EXPECT_TRUE(refuses("parallel_fraction", [&] { return amdahl_speedup(fraction, 4); })) << "of " << fraction;
    EXPECT_TRUE(refuses("parallel_fraction", [&] { return amdahl_limit(fraction); })) << "of " << fraction;
  }
}

TEST(AmdahlTest, RefusesNoWorkers) {
  EXPECT_TRUE(refuses("workers", [] { return amdahl_speedup(0.5, 0); }));
  EXPECT_TRUE(refuses("workers", [] { return amdahl_speedup(0, 0); }));
}

TEST(GustafsonTest, GivesTheScaledSpeedup) {
  EXPECT_NEAR(gustafson_speedup(0.5, 2), 1.5, kClose);
  EXPECT_NEAR(gustafson_speedup(0.75, 3), 2.5, kClose);
  EXPECT_NEAR(gustafson_speedup(0.9, 64), 57.7, kClose) << "the work grows with the workers, so there is no limit";
}

TEST(GustafsonTest, AgreesWithAmdahlAtTheEnds) {
  for (const unsigned workers : {1U, 2U, 7U, 64U}) {
    EXPECT_NEAR(gustafson_speedup(0, workers), 1, kClose);
    EXPECT_NEAR(gustafson_speedup(1, workers), workers, kClose);
  }
}

TEST(GustafsonTest, RefusesBadInput) {
  for (const double fraction : kNoFractions) {
    EXPECT_TRUE(refuses("parallel_fraction", [&] { return gustafson_speedup(fraction, 4); })) << "of " << fraction;
  }
  EXPECT_TRUE(refuses("workers", [] { return gustafson_speedup(0.5, 0); }));
}

TEST(KarpFlattTest, GivesTheSerialFraction) {
  EXPECT_NEAR(karp_flatt(2, 3), 0.25, kClose) << "3 workers, twice as fast: by Amdahl's law, a quarter is serial";
  EXPECT_NEAR(karp_flatt(4.0 / 3, 2), 0.5, kClose);
  EXPECT_NEAR(karp_flatt(8, 8), 0, 1e-12);
  EXPECT_NEAR(karp_flatt(1, 8), 1, 1e-12);
  EXPECT_NEAR(karp_flatt(0.5, 2), 3, kClose) << "a program that got slower has a serial fraction above 1";
}

TEST(KarpFlattTest, UndoesAmdahlsLaw) {
  for (const unsigned workers : {2U, 3U, 4U, 5U, 7U, 11U, 13U, 64U}) {
    for (const double fraction : {0.0, 0.3, 0.5, 0.95, 1.0}) {
      EXPECT_NEAR(karp_flatt(amdahl_speedup(fraction, workers), workers), 1 - fraction, 1e-12) << workers << " workers";
    }
  }
}

TEST(KarpFlattTest, TellsOverheadFromSerialWork) {
  // Serial work: the same fraction for every number of workers. Overhead of the workers: a growing fraction.
  EXPECT_NEAR(karp_flatt(1.82, 2), 0.099, 0.001);
  EXPECT_NEAR(karp_flatt(2.5, 4), 0.2, 0.001);
  EXPECT_NEAR(karp_flatt(2.6, 8), 0.297, 0.001);
}

TEST(KarpFlattTest, IsNegativeWhenMoreThanTheWorkersHelped) { EXPECT_NEAR(karp_flatt(4, 2), -0.5, kClose); }

TEST(KarpFlattTest, RefusesOneWorker) {
  EXPECT_TRUE(refuses("workers", [] { return karp_flatt(1, 1); }))
      << "one worker says nothing about a speedup, and the formula divides by 0";
  EXPECT_TRUE(refuses("workers", [] { return karp_flatt(1, 0); }));
}

TEST(KarpFlattTest, RefusesWhatIsNoSpeedup) {
  for (const double speedup : {0.0, -1.0, kNotANumber, kInfinity}) {
    EXPECT_TRUE(refuses("speedup", [&] { return karp_flatt(speedup, 4); })) << speedup;
  }
}
