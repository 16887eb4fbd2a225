#include "plot/series.h"

#include <gtest/gtest.h>

#include "plot/series_svg.h"

namespace lockstep::plot {
namespace {

std::string refused(std::string_view csv) {
  const auto series = read_series(csv);
  return series ? "" : series.error().message;
}

TEST(SeriesTest, ReadsColumnsBelowTheirNames) {
  const auto series = read_series("seconds,open,waiting\n0,1,2\n0.5,3,4e1\n0.5,0,0\n");
  ASSERT_TRUE(series) << series.error().message;
  EXPECT_EQ(series->over, "seconds");
  EXPECT_EQ(series->at, (std::vector<double>{0, 0.5, 0.5}));
  ASSERT_EQ(series->curves.size(), 2U);
  EXPECT_EQ(series->curves[0].name, "open");
  EXPECT_EQ(series->curves[1].values, (std::vector<double>{2, 40, 0}));
  EXPECT_EQ(table(*series),
            "open: 1 at first, 3 at most (seconds 0.5), 0 at last\nwaiting: 2 at first, 40 at most (seconds 0.5), 0 at "
            "last\n");
}

TEST(SeriesTest, RefusesWhatCannotBeDrawn) {
  EXPECT_EQ(refused(""), "names 1 columns in its first line; accepted: 2 to 5");
  EXPECT_EQ(refused("a,b,c,d,e,f\n"), "names 6 columns in its first line; accepted: 2 to 5");
  EXPECT_EQ(refused("s,a\n"), "has 0 lines of numbers; accepted: 1 to 10000");
  for (const char* line : {"1", "1,2,3", "1,x", "1,2x", "1,-2", "1,nan", "1,inf", "1,1e300", "1,", "0.5,1"}) {
    EXPECT_NE(refused(std::string("s,a\n1,1\n") + line + "\n").find("line 3: found "), std::string::npos) << line;
  }
  std::string many = "s,a\n";
  for (int i = 0; i < 10'001; ++i) many += "1,1\n";
  EXPECT_EQ(refused(many), "has 10001 lines of numbers; accepted: 1 to 10000");
}

TEST(SeriesTest, ANameFromAProgramIsPlainAndShort) {
  const auto series = read_series("s,\x1b[2J" + std::string(400, 'x') + "\n1,1\n");
  ASSERT_TRUE(series);
  EXPECT_LE(series->curves[0].name.size(), 60U);
  EXPECT_EQ(series->curves[0].name.find('\x1b'), std::string::npos);
}

TEST(SeriesSvgTest, DrawsEachCurveOverTheSameAxisWithItsOwnScale) {
  const std::string picture = series_svg("Connections", read_series("seconds,open,waiting\n0,0,7\n10,200,0\n").value());
  EXPECT_NE(picture.find(R"(<polyline class="curve" points="84.0,200.0 736.0,70.0"/>)"), std::string::npos) << picture;
  EXPECT_NE(picture.find(R"(<polyline class="curve" points="84.0,246.0 736.0,376.0"/>)"), std::string::npos) << picture;
  for (const char* text : {">open</text>", ">waiting</text>", ">seconds</text>", ">200</text>", ">10</text>"}) {
    EXPECT_NE(picture.find(text), std::string::npos) << text;
  }
}

TEST(SeriesSvgTest, DrawsOnePointAndNothingButZeros) {
  const std::string picture = series_svg("t", read_series("s,a\n3,0\n").value());
  EXPECT_NE(picture.find("points=\"84.0,200.0\""), std::string::npos) << picture;
  EXPECT_EQ(picture.find("nan"), std::string::npos) << picture;
}

}  // namespace
}  // namespace lockstep::plot
