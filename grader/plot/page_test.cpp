#include "plot/page.h"

#include <gtest/gtest.h>

#include <vector>

namespace lockstep::plot {
namespace {

TEST(PageTest, ShowsTextAndPictureOfEachSection) {
  const std::vector<Section> sections{{"One", "two\n  lines\n", "<svg>1</svg>"}, {"Two", "the last", ""}};
  const std::string html = page("Lab", sections);
  EXPECT_NE(html.find("<title>Lab</title>"), std::string::npos);
  EXPECT_NE(html.find("<pre>two\n  lines\n</pre>\n</div>\n"), std::string::npos) << html;
  EXPECT_NE(html.find("<pre>the last\n</pre>\n</div>\n</section>"), std::string::npos) << html;
}

TEST(PageTest, SaysWhatEachPictureShowsAndWhereItIsToldInFigures) {
  const std::string html = page("Lab", std::vector<Section>{{"f", "1 2\n", "<svg/>"}});
  EXPECT_NE(html.find("<h2>f</h2>"), std::string::npos);
  EXPECT_NE(html.find("alt=\"f, drawn. The figures on this page say the same.\""), std::string::npos) << html;
}

TEST(PageTest, HoldsItsPictures) {
  const std::vector<Section> sections{{"One", "", "<svg a=\"#1\">100 %, \u00b5s\n</svg>"}};
  EXPECT_NE(
      page("Lab", sections).find("src=\"data:image/svg+xml,%3Csvg a=%22%231%22%3E100 %25, %C2%B5s%0A%3C/svg%3E\""),
      std::string::npos);
}

TEST(PageTest, TakesNoMarkUpFromASubmission) {
  const std::vector<Section> sections{{"<i>", "<script>alert(1)</script>\n\x1b[1m", ""}};
  const std::string html = page("<b>", sections);
  EXPECT_EQ(html.find("<script>alert"), std::string::npos);
  EXPECT_EQ(html.find("<i>"), std::string::npos);
  EXPECT_EQ(html.find("<b>"), std::string::npos);
  EXPECT_EQ(html.find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace lockstep::plot
