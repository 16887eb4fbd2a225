#include "book/histogram.h"

#include <gtest/gtest.h>

namespace lockstep::book {
namespace {

bool has_row(const std::string& html, const std::string& bin, int number) {
  return html.find("<th scope=\"row\">" + bin + "</th><td class=\"number\">" + std::to_string(number) + "</td>") !=
         std::string::npos;
}

TEST(HistogramTest, EachMarkIsInOneTenthAndAllPointsAreByThemselves) {
  const std::string html = histogram({0, 0.05, 0.1, 0.7, 0.7, 0.999, 1, 1});
  EXPECT_TRUE(has_row(html, "0–9 %", 2)) << html;
  EXPECT_TRUE(has_row(html, "10–19 %", 1));
  EXPECT_TRUE(has_row(html, "70–79 %", 2)) << "7 of 10 is not just below it";
  EXPECT_TRUE(has_row(html, "90–99 %", 1)) << "nearly all is not all";
  EXPECT_TRUE(has_row(html, "all", 2));
}

TEST(HistogramTest, WithoutMarksItHasNoColumn) {
  const std::string html = histogram({});
  EXPECT_EQ(html.find("<rect"), std::string::npos);
  EXPECT_EQ(html.find("nan"), std::string::npos);
}

TEST(HistogramTest, ThePictureNamesItselfAndItsTable) {
  EXPECT_NE(histogram({1}).find("role=\"img\" aria-label="), std::string::npos);
}

}  // namespace
}  // namespace lockstep::book
