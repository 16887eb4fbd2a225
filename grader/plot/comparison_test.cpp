#include "plot/comparison.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "plot/comparison_svg.h"
#include "plot/samples.h"

namespace lockstep::plot {
namespace {

const Comparison kTables{.program = "tables_bench", .panels = {{"Meals", {"meals"}}, {"Of one", {"least", "most"}}}};

TEST(ComparisonTest, ShowsEachBenchmarkThatHasTheCounters) {
  const auto panels = compared(
      kTables, std::vector<measure::Benchmark>{{"ordered/2", {{"meals", 1234567.4}, {"least", 9}, {"most", 1000}}},
                                               {"waiter/2", {{"meals", 12}}},
                                               {"late", {{"least", 1}, {"most", 2}}}});
  ASSERT_TRUE(panels) << panels.error().message;
  ASSERT_EQ(panels->size(), 2U);
  EXPECT_EQ(table(panels->at(0)), "Meals\n  ordered/2  1 234 567\n  waiter/2   12\n");
  EXPECT_EQ(table(panels->at(1)), "Of one\n  ordered/2  9 to 1 000\n  late       1 to 2\n");
}

TEST(ComparisonTest, ACounterThatNothingCountsIsTheAuthorsMistake) {
  const auto panels = compared(kTables, std::vector<measure::Benchmark>{{"ordered", {{"meals", 1}, {"least", 1}}}});
  ASSERT_FALSE(panels);
  EXPECT_EQ(panels.error().fault, Fault::kInput);
  EXPECT_EQ(
      panels.error().message,
      "lab.toml: found counters = least, most in [[comparison.panel]], which no benchmark of tables_bench counts; "
      "accepted: least, meals");
}

TEST(ComparisonTest, AFigureThatIsNoMeasurementIsNotShown) {
  for (const double odd : {-1.0, 1e300, std::numeric_limits<double>::infinity(), std::nan("")}) {
    EXPECT_FALSE(compared({.program = "b", .panels = {{"Meals", {"meals"}}}},
                          std::vector<measure::Benchmark>{{"f", {{"meals", odd}}}}))
        << odd;
  }
}

TEST(ComparisonSvgTest, ABarIsAsLongAsItsShareOfTheLongest) {
  const std::string picture = comparison_svg("Tables", comparison());
  EXPECT_NE(picture.find(R"(<rect x="216.0" y="72.0" width="360.0" height="14.0" class="sure"/>)"), std::string::npos)
      << picture;
  EXPECT_NE(picture.find(R"(<rect x="216.0" y="94.0" width="90.0" height="14.0" class="sure"/>)"), std::string::npos);
  EXPECT_NE(picture.find(">400 000</text>"), std::string::npos);
}

TEST(ComparisonSvgTest, ARangeIsFilledUpToTheLeastAndEmptyUpToTheMost) {
  const std::string picture = comparison_svg("Tables", comparison());
  EXPECT_NE(picture.find(R"(width="90.0" height="14.0" class="range"/>)"), std::string::npos) << picture;
  EXPECT_NE(picture.find(R"(width="270.0" height="14.0" class="sure"/>)"), std::string::npos);
  EXPECT_NE(picture.find(">30 to 40</text>"), std::string::npos);
}

TEST(ComparisonTest, ANameFromABenchmarkIsCutAndPlain) {
  const auto panels = compared({.program = "b", .panels = {{"Meals", {"meals"}}}},
                               std::vector<measure::Benchmark>{{"\x1b[2J" + std::string(400, 'x'), {{"meals", 1}}}});
  ASSERT_TRUE(panels) << panels.error().message;
  const std::string& name = panels->front().ways.front().name;
  EXPECT_TRUE(name.ends_with("xxx")) << name;
  EXPECT_EQ(name.find(std::string(31, 'x')), std::string::npos) << name;
  EXPECT_EQ(name.find('\x1b'), std::string::npos);
}

TEST(ComparisonSvgTest, ANameIsEscaped) {
  const std::string picture = comparison_svg("t", std::vector<ComparedPanel>{{"p", false, {{"<b>", 0, 0}}}});
  EXPECT_NE(picture.find(">&lt;b&gt;</text>"), std::string::npos) << picture;
}

}  // namespace
}  // namespace lockstep::plot
