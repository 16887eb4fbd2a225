#include "fit.h"

#include <gtest/gtest.h>

#include <limits>
#include <ostream>
#include <random>

#include "laws.h"
#include "numbers.h"
#include "refusal.h"

/// For GoogleTest, which would otherwise print the bytes.
void PrintTo(const Measurement& measurement, std::ostream* out) {
  *out << "{.workers = " << measurement.workers << ", .seconds = " << measurement.seconds << "}";
}

namespace {

/// The time of a program that follows Amdahl's law.
double seconds_on(unsigned workers, double serial_s, double parallel_s) { return serial_s + parallel_s / workers; }

std::vector<Measurement> exact_measurements(double serial_s, double parallel_s) {
  std::vector<Measurement> all;
  for (const unsigned workers : kWorkerCounts) all.push_back({workers, seconds_on(workers, serial_s, parallel_s)});
  return all;
}

/// Evenly spread over -1 to 1; the same numbers on every machine.
double noise(std::mt19937& random) { return static_cast<double>(random()) / 2'147'483'647.5 - 1; }

}  // namespace

TEST(FitTest, FindsTheExactParts) {
  for (const double serial_s : {0.0, 0.001, 0.5, 40.0}) {
    const Fit found = fit(exact_measurements(serial_s, 2));
    EXPECT_NEAR(found.serial_s, serial_s, kClose) << "as a function of 1 / workers these times are a straight line";
    EXPECT_NEAR(found.parallel_s, 2, kClose);
  }
}

TEST(FitTest, NeedsNoTimeOnOneWorker) {
  const std::vector<Measurement> measurements{{4, seconds_on(4, 1, 9)}, {8, seconds_on(8, 1, 9)}};
  const Fit found = fit(measurements);
  EXPECT_NEAR(found.serial_s, 1, kClose) << "the fit computes the time on one worker; it does not need to be given";
  EXPECT_NEAR(found.parallel_s, 9, kClose);
}

TEST(FitTest, TakesMeasurementsInAnyOrder) {
  const std::vector<Measurement> measurements{{8, 2}, {1, 9}, {4, 3}, {2, 5}};
  const Fit found = fit(measurements);
  EXPECT_NEAR(found.serial_s, 1, kClose);
  EXPECT_NEAR(found.parallel_s, 8, kClose);
}

TEST(FitTest, IsTheLineOfLeastSquares) {
  const std::vector<Measurement> measurements{{1, 10}, {2, 7}, {4, 4}};  // not on one line over 1 / workers
  const Fit found = fit(measurements);
  EXPECT_NEAR(found.parallel_s, 54.0 / 7, kClose) << "every measurement counts, not only the first and the last one";
  EXPECT_NEAR(found.serial_s, 2.5, kClose);
}

TEST(FitTest, UsesAllRunsOfTheSameNumberOfWorkers) {
  const std::vector<Measurement> measurements{{1, 9}, {1, 11}, {2, 5}, {2, 7}};
  const Fit found = fit(measurements);
  EXPECT_NEAR(found.parallel_s, 8, kClose);
  EXPECT_NEAR(found.serial_s, 2, kClose);
}

TEST(FitTest, NoiseHardlyMovesIt) {
  std::mt19937 random(20'26);
  std::vector<Measurement> measurements;
  for (int run = 0; run < 40; ++run) {
    for (const unsigned workers : kWorkerCounts) {
      measurements.push_back({workers, seconds_on(workers, 1, 9) * (1 + 0.05 * noise(random))});
    }
  }
  const Fit found = fit(measurements);
  EXPECT_NEAR(parallel_fraction(found), 0.9, 0.01);
  EXPECT_NEAR(found.serial_s + found.parallel_s, 10, 0.1);
}

TEST(FitTest, HasNoNegativeSerialPart) {
  const std::vector<Measurement> measurements{{1, 8}, {2, 3}, {4, 1}};  // faster than the workers explain
  const Fit found = fit(measurements);
  EXPECT_EQ(found.serial_s, 0);
  EXPECT_NEAR(found.parallel_s, 52.0 / 7, kClose) << "without a serial part, this is the best parallel part";
  EXPECT_NEAR(parallel_fraction(found), 1, kClose);
}

TEST(FitTest, HasNoNegativeParallelPart) {
  const std::vector<Measurement> measurements{{1, 4}, {2, 5}, {4, 6}};  // slower with each worker
  const Fit found = fit(measurements);
  EXPECT_EQ(found.parallel_s, 0);
  EXPECT_NEAR(found.serial_s, 5, kClose) << "without a parallel part, this is the best serial part";
  EXPECT_NEAR(parallel_fraction(found), 0, kClose);
}

TEST(FitTest, GivesTheFractionOfTheTimeOnOneWorker) {
  EXPECT_NEAR(parallel_fraction(Fit{.serial_s = 1, .parallel_s = 3}), 0.75, kClose);
  EXPECT_NEAR(amdahl_speedup(parallel_fraction(fit(exact_measurements(2, 62))), 64), 64 / (2 + 62.0 / 64), kClose);
}

TEST(FitTest, RefusesTooFewMeasurements) {
  EXPECT_TRUE(refuses("measurements", [] { return fit({}); }));
  const std::vector<Measurement> one{{2, 5}};
  EXPECT_TRUE(refuses("measurements", [&] { return fit(one); }))
      << "one time is not enough to separate the serial from the parallel part";
}

TEST(FitTest, RefusesOneNumberOfWorkersOnly) {
  for (const unsigned workers : kWorkerCounts) {
    const std::vector<Measurement> same{{workers, 5}, {workers, 6}, {workers, 5.5}};
    EXPECT_TRUE(refuses("measurements", [&] { return fit(same); })) << "all on " << workers << " workers";
  }
}

TEST(FitTest, RefusesImpossibleMeasurements) {
  const std::vector<Measurement> nobody{{1, 5}, {0, 3}};
  EXPECT_TRUE(refuses("workers", [&] { return fit(nobody); }));
  EXPECT_TRUE(refuses("workers", [&] { return medians(nobody); }));
  for (const double seconds :
       {0.0, -1.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    const std::vector<Measurement> timeless{{1, 5}, {2, seconds}, {3, 2}};
    EXPECT_TRUE(refuses("seconds", [&] { return fit(timeless); })) << "of a run of " << seconds << " seconds";
    EXPECT_TRUE(refuses("seconds", [&] { return medians(timeless); })) << "of a run of " << seconds << " seconds";
  }
}

TEST(MediansTest, TakeOneOfEachNumberOfWorkers) {
  const std::vector<Measurement> runs{{4, 30}, {1, 90}, {4, 20}, {1, 80}, {4, 900}, {1, 100}, {2, 50}};
  EXPECT_EQ(medians(runs), (std::vector<Measurement>{{1, 90}, {2, 50}, {4, 30}}));
}

TEST(MediansTest, TakeTheMeanOfTheMiddleTwo) {
  const std::vector<Measurement> runs{{3, 8}, {3, 1}, {3, 100}, {3, 4}};
  EXPECT_EQ(medians(runs), (std::vector<Measurement>{{3, 6}}));
}

TEST(MediansTest, KeepADisturbedRunOutOfTheFit) {
  std::vector<Measurement> runs;
  for (int run = 0; run < 5; ++run) {
    for (const unsigned workers : kWorkerCounts) {
      const bool disturbed = (run + static_cast<int>(workers)) % 5 == 0;
      runs.push_back({workers, seconds_on(workers, 1, 9) * (disturbed ? 20 : 1)});
    }
  }
  EXPECT_NEAR(parallel_fraction(fit(medians(runs))), 0.9, kClose);
}

TEST(MediansTest, RefuseNoRuns) {
  EXPECT_TRUE(refuses("measurements", [] { return medians({}); }));
}
