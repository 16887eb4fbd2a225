#include "page/drawn.h"

#include <gtest/gtest.h>

namespace lockstep::page {
namespace {

bool has(const std::string& html, std::string_view part) { return html.find(part) != std::string::npos; }

TEST(DrawnTest, ShowsTextAndPicture) {
  const std::string html = drawn_html({"One", "two\n  lines\n", "<svg>1</svg>"});
  EXPECT_TRUE(has(html, "<pre>two\n  lines</pre>\n</div>\n")) << html;
  EXPECT_TRUE(has(html, "<img ")) << html;
}

TEST(DrawnTest, HasOnlyWhatThereIs) {
  EXPECT_FALSE(has(drawn_html({"One", "text", ""}), "<img "));
  EXPECT_FALSE(has(drawn_html({"One", "", "<svg/>"}), "<pre>"));
}

TEST(DrawnTest, SaysWhatThePictureShowsAndWhereItIsToldInFigures) {
  const std::string html = drawn_html({"f", "1 2\n", "<svg/>"});
  EXPECT_TRUE(has(html, "<h2>f</h2>")) << html;
  EXPECT_TRUE(has(html, "alt=\"f, drawn. Its figures are on this page.\"")) << html;
}

TEST(DrawnTest, HoldsItsPicture) {
  const std::string html = drawn_html({"One", "", "<svg a=\"#1\">100 %, \u00b5s\n</svg>"});
  EXPECT_TRUE(has(html, "src=\"data:image/svg+xml,%3Csvg a=%22%231%22%3E100 %25, %C2%B5s%0A%3C/svg%3E\"")) << html;
}

TEST(DrawnTest, TakesNoMarkUpFromASubmission) {
  const std::string html = drawn_html({"<i>", "<script>alert(1)</script>\n\x1b[1m", ""});
  EXPECT_FALSE(has(html, "<script>alert")) << html;
  EXPECT_FALSE(has(html, "<i>")) << html;
  EXPECT_FALSE(has(html, "\x1b")) << html;
}

}  // namespace
}  // namespace lockstep::page
