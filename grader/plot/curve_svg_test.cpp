#include "plot/curve_svg.h"

#include <gtest/gtest.h>

#include <array>

#include "plot/samples.h"

namespace lockstep::plot {
namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string picture(const Curve& curve) { return curve_svg("speedup", {&curve, 1}); }

TEST(CurveSvgTest, ThePhysicalLimitIsAStraightLineFromOneTimesOnOneCoreTo64On64) {
  EXPECT_TRUE(has(picture(curve("f", {}, predictions(0.1))),
                  R"(<line x1="56.0" y1="468.0" x2="742.0" y2="88.0" class="limit"/>)"));
}

TEST(CurveSvgTest, APerfectPredictionLiesOnIt) {
  const std::string perfect = picture(curve("f", {}, predictions(0)));
  EXPECT_TRUE(has(perfect, R"(<circle class="recorded" cx="56.0" cy="468.0" r="4"/>)")) << perfect;
  EXPECT_TRUE(has(perfect, R"(742.0,88.0"/>)")) << perfect;
}

TEST(CurveSvgTest, SaysWhatTheLawMeans) {
  EXPECT_TRUE(has(picture(curve("f", {}, predictions(0.1))), "10 % serial: never more than 10 times as fast"));
}

TEST(CurveSvgTest, EscapesTheFunctionsName) {
  EXPECT_TRUE(has(picture(curve("f<&>", {}, predictions(0.1))), ">f&lt;&amp;&gt;</text>"));
}

TEST(CurveSvgTest, ShowsWhatWasMeasuredWhereNothingCouldBePredicted) {
  const std::string plain = picture(curve("f", {{1, {0.9, 1, 1.1}}, {2, {1.5, 1.6, 1.7}}}, {}));
  EXPECT_TRUE(has(plain, "not predicted"));
  EXPECT_TRUE(has(plain, "class=\"measured\""));
  EXPECT_FALSE(has(plain, "class=\"recorded\" cx=\"56"));
}

TEST(CurveSvgTest, ShowsTheRemarkOnWhatWasMeasured) {
  Curve remarked = curve("f", {{1, {1, 1, 1}}}, {});
  remarked.remark = "measured & <busy>";
  EXPECT_TRUE(has(picture(remarked), ">measured &amp; &lt;busy&gt;</text>"));
}

TEST(CurveSvgTest, TheAxisReachesDownToTheSlowest) {
  EXPECT_FALSE(has(picture(curve("f", {{1, {1, 1, 1}}}, {})), ">0.5</text>"));
  const std::string slow = picture(curve("f", {{1, {0.3, 0.9, 1}}}, {}));
  EXPECT_TRUE(has(slow, ">0.25</text>"));
  EXPECT_TRUE(has(slow, R"(y1="373.0" x2="742.0" y2="88.0" class="limit"/>)")) << "a quarter up: 2 of 8 doublings";
  EXPECT_FALSE(has(picture(curve("f", {{1, {1e-9, 0.9, 1}}}, {})), ">0.03125</text>")) << "but not for ever";
}

TEST(CurveSvgTest, GivesEachFunctionAPanel) {
  const std::array both{curve("first", {}, predictions(0.1)), curve("second", {}, predictions(0.1))};
  const std::string shown = curve_svg("speedup", both);
  EXPECT_TRUE(has(shown, ">first</text>"));
  EXPECT_TRUE(has(shown, ">second</text>"));
}

}  // namespace
}  // namespace lockstep::plot
