// Hidden tests of parts 1 to 3: other and harder numbers.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>
#include <stdexcept>

#include "fit.h"
#include "laws.h"
#include "measure.h"

namespace {

using namespace std::chrono_literals;

/// Evenly spread over 0 to 1; the same numbers on every machine.
double fraction_of(std::mt19937& random) { return static_cast<double>(random()) / 4'294'967'295.0; }

double sum_of_squares(const std::vector<Measurement>& measurements, double serial_s, double parallel_s) {
  double sum = 0;
  for (const auto& [workers, seconds] : measurements) sum += std::pow(seconds - serial_s - parallel_s / workers, 2);
  return sum;
}

}  // namespace

TEST(HiddenLawsTest, HoldForManyFractionsAndWorkers) {
  for (unsigned workers = 1; workers <= 1'000; workers += 37) {
    for (int percent = 0; percent <= 100; ++percent) {
      const double f = percent / 100.0;
      const double n = workers;
      EXPECT_NEAR(amdahl_speedup(f, workers), n / (n * (1 - f) + f), 1e-6);
      EXPECT_NEAR(gustafson_speedup(f, workers), (1 - f) + n * f, 1e-6);
      EXPECT_LE(amdahl_speedup(f, workers), gustafson_speedup(f, workers) + 1e-6);
      if (workers == 1) continue;
      EXPECT_NEAR(karp_flatt(amdahl_speedup(f, workers), workers), 1 - f, 1e-6);
    }
  }
}

TEST(HiddenLawsTest, AcceptTheEdgesOfTheirRanges) {
  EXPECT_NEAR(amdahl_speedup(-0.0, 8), 1, 1e-12);
  EXPECT_NEAR(amdahl_limit(-0.0), 1, 1e-12);
  EXPECT_GT(amdahl_speedup(1, std::numeric_limits<unsigned>::max()), 4e9);
  EXPECT_GT(gustafson_speedup(1, std::numeric_limits<unsigned>::max()), 4e9);
  EXPECT_GT(amdahl_limit(1 - 1e-12), 1e11);
  EXPECT_NEAR(karp_flatt(1e-3, 2), 1999, 1e-6);
}

TEST(HiddenFitTest, NoFeasibleNeighbourIsBetter) {
  std::mt19937 random(4711);
  for (int round = 0; round < 200; ++round) {
    std::vector<Measurement> measurements;
    for (const unsigned workers : {1U, 2U, 3U, 6U}) measurements.push_back({workers, 0.1 + fraction_of(random)});
    const Fit found = fit(measurements);
    ASSERT_GE(found.serial_s, 0);
    ASSERT_GE(found.parallel_s, 0);
    const double least = sum_of_squares(measurements, found.serial_s, found.parallel_s);
    for (const double serial_step : {-1e-3, 0.0, 1e-3}) {
      for (const double parallel_step : {-1e-3, 0.0, 1e-3}) {
        const double serial_s = std::max(0.0, found.serial_s + serial_step);
        const double parallel_s = std::max(0.0, found.parallel_s + parallel_step);
        ASSERT_GE(sum_of_squares(measurements, serial_s, parallel_s), least - 1e-12) << "round " << round;
      }
    }
  }
}

TEST(HiddenFitTest, DoesNotDependOnTheUnit) {
  for (const double unit : {1e-9, 1e-3, 1.0, 1e6}) {
    const std::vector<Measurement> measurements{{1, 20 * unit}, {5, 8 * unit}, {15, 6 * unit}, {3, 10 * unit}};
    EXPECT_NEAR(fit(measurements).serial_s / unit, 5, 1e-6);
    EXPECT_NEAR(parallel_fraction(fit(measurements)), 0.75, 1e-6);
  }
}

TEST(HiddenFitTest, MediansCopeWithManyDisturbedRuns) {
  std::mt19937 random(99);
  std::vector<Measurement> runs;
  for (int run = 0; run < 41; ++run) {
    for (const unsigned workers : {13U, 2U, 7U, 1U}) {
      const bool disturbed = run % 5 < 2;
      runs.push_back({workers, (0.2 + 3.8 / workers) * (disturbed ? 2 + 50 * fraction_of(random) : 1)});
    }
  }
  EXPECT_NEAR(parallel_fraction(fit(medians(runs))), 0.95, 1e-9);
}

TEST(HiddenFitTest, MediansAreThoseOfTheSortedTimes) {
  std::mt19937 random(31);
  for (std::size_t size = 1; size <= 60; ++size) {
    std::vector<Measurement> runs(size);
    std::map<unsigned, std::vector<double>> times;
    for (Measurement& run : runs) {
      run.workers = static_cast<unsigned>(1 + random() % 7);
      run.seconds = 0.5 + static_cast<double>(random() % 64);  // halves of sums are exact, whatever their order
      times[run.workers].push_back(run.seconds);
    }
    std::vector<Measurement> expected;
    expected.reserve(times.size());
    for (auto& [workers, seconds] : times) {
      std::ranges::sort(seconds);
      expected.push_back({workers, (seconds[(seconds.size() - 1) / 2] + seconds[seconds.size() / 2]) / 2});
    }
    ASSERT_EQ(medians(runs), expected) << size << " runs";
  }
}

TEST(HiddenMeasureTest, FollowsAScriptedClock) {
  std::mt19937 random(32);
  for (int round = 0; round < 200; ++round) {
    std::chrono::nanoseconds now(random() % 1'000);
    std::vector<std::chrono::nanoseconds> times(4);
    for (auto& time : times) time = std::chrono::nanoseconds(random() % 3 == 0 ? 0 : random() % 1'000'000);
    times[random() % 4] += 1ns;
    const Stages real = word_count("b a b");
    const Stages stages{
        .read = [&] { return now += times[0], real.read(); },
        .transform = [&](std::string_view piece) { return now += times[1], real.transform(piece); },
        .aggregate = [&](const Words& words, Counts& into) { now += times[2], real.aggregate(words, into); },
        .merge = real.merge,
        .write = [&](const Counts& counts) { return now += times[3], real.write(counts); }};
    const Measured measured = measure_stages(stages, [&] { return now; });
    ASSERT_EQ(measured.report, "2 b\n1 a\n");
    const StageTimes& found = measured.times;
    ASSERT_EQ((std::vector{found.read, found.transform, found.aggregate, found.write}), times) << "round " << round;

    const auto ns = [](std::chrono::nanoseconds time) { return static_cast<double>(time.count()); };
    const double parallel = ns(times[1] + times[2]);
    const double whole = parallel + ns(times[0] + times[3]);
    ASSERT_NEAR(parallel_fraction(found), parallel / whole, 1e-9);
    for (const unsigned workers : {1U, 2U, 3U, 5U, 7U, 11U, 13U, 64U}) {
      ASSERT_NEAR(predict_speedup(found, workers), whole / (whole - parallel + parallel / workers), 1e-6);
    }
  }
}

TEST(HiddenMeasureTest, PassesTheExceptionOfAnyStage) {
  for (int throwing = 0; throwing < 4; ++throwing) {
    int calls = 0;
    const auto next = [&] {
      if (calls++ == throwing) throw std::out_of_range("a stage");
    };
    const Stages real = word_count("a");
    const Stages stages{.read = [&] { return next(), real.read(); },
                        .transform = [&](std::string_view piece) { return next(), real.transform(piece); },
                        .aggregate = [&](const Words& words, Counts& into) { next(), real.aggregate(words, into); },
                        .merge = real.merge,
                        .write = [&](const Counts& counts) { return next(), real.write(counts); }};
    EXPECT_THROW((void)measure_stages(stages, [] { return 0ns; }), std::out_of_range) << "stage " << throwing;
    EXPECT_EQ(calls, throwing + 1) << "no stage runs after one that threw";
  }
}

TEST(HiddenMeasureTest, CopesWithLongTimes) {
  const StageTimes days{.read = 240h, .transform = 4'800h, .aggregate = 4'320h, .write = 240h};
  EXPECT_NEAR(parallel_fraction(days), 0.95, 1e-9);
  EXPECT_NEAR(predict_speedup(days, 64), 15.4217, 1e-4);
}

TEST(HiddenMeasureTest, PassesTheWordsAndCountsOn) {
  Stages stages = word_count("");
  stages.read = [] { return std::string("x"); };
  stages.transform = [](std::string_view piece) { return Words{std::string(piece), "y", "y"}; };
  stages.write = [](const Counts& counts) { return std::to_string(counts.at("x") + 10 * counts.at("y")); };
  std::chrono::nanoseconds now = -5ns;  // a clock may start anywhere
  const Measured measured = measure_stages(stages, [&] { return now += 1ns; });
  EXPECT_EQ(measured.report, "21");
  const auto& [read, transform, aggregate, write] = measured.times;
  for (const auto time : {read, transform, aggregate, write}) EXPECT_GT(time, 0ns);
}
