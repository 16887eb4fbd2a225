#include "plot/amdahl.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace lockstep::plot {
namespace {

std::vector<Sample> exactly(const Amdahl& law) {
  std::vector<Sample> samples;
  for (const double cores : {1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 48.0}) samples.push_back({cores, law.speedup(cores)});
  return samples;
}

TEST(AmdahlTest, FindsTheLawThatTheSamplesFollow) {
  for (const double serial : {0.0, 0.003, 0.25, 1.0}) {
    const auto law = fit(exactly({.serial = serial, .parallel = 1.2 - serial}));
    ASSERT_TRUE(law);
    EXPECT_NEAR(law->serial, serial, 1e-9);
    EXPECT_NEAR(law->parallel, 1.2 - serial, 1e-9);
    EXPECT_NEAR(law->serial_share(), serial / 1.2, 1e-9);
  }
}

TEST(AmdahlTest, IsNotMovedFarByAnOutlier) {
  auto samples = exactly({.serial = 0.1, .parallel = 0.9});
  samples[3].speedup *= 1.05;
  EXPECT_NEAR(fit(samples)->serial, 0.1, 0.005);
}

TEST(AmdahlTest, HasNoPartLessThanNothing) {
  const auto faster_than_possible = fit(std::vector<Sample>{{1, 1}, {2, 2.2}, {4, 4.8}});
  EXPECT_EQ(faster_than_possible->serial, 0);
  EXPECT_NEAR(faster_than_possible->speedup(2), 2.2, 0.2);
  const auto slower_and_slower = fit(std::vector<Sample>{{1, 1}, {2, 0.9}, {4, 0.8}});
  EXPECT_EQ(slower_and_slower->parallel, 0);
  EXPECT_NEAR(slower_and_slower->speedup(64), 0.9, 0.05);
}

TEST(AmdahlTest, NeedsTwoNumbersOfCores) {
  EXPECT_FALSE(fit({}));
  EXPECT_FALSE(fit(std::vector<Sample>{{2, 1.9}, {2, 2.0}}));
}

TEST(AmdahlTest, IsASentence) {
  const Amdahl law{.serial = 0.12, .parallel = 0.88};
  EXPECT_EQ(sentence(law),
            "12 % of the work is serial by Amdahl's law; no number of cores makes it more than 8.3 times as fast");
  EXPECT_EQ(headline(law), "12 % serial: never more than 8.3 times as fast");
  EXPECT_EQ(headline({.serial = 0.0062, .parallel = 0.9938}), "0.6 % serial: never more than 161 times as fast");
  EXPECT_EQ(headline({.serial = 1, .parallel = 0}), "100 % serial: never more than 1.0 times as fast");
}

TEST(AmdahlTest, NamesNoLimitWithoutASerialPart) {
  const Amdahl law{.serial = 0, .parallel = 1};
  EXPECT_TRUE(std::isinf(law.limit()));
  EXPECT_EQ(headline(law), "Less than 0.1 % serial");
  EXPECT_EQ(sentence(law), "Less than 0.1 % of the work is serial by Amdahl's law");
}

}  // namespace
}  // namespace lockstep::plot
