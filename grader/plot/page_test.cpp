#include "plot/page.h"

#include <gtest/gtest.h>

#include <vector>

namespace lockstep::plot {
namespace {

TEST(PageTest, HasATitleAndItsSectionsInOrder) {
  const std::string html =
      page("<b>Lab", std::vector<lockstep::page::Drawn>{{"One", "1\n", ""}, {"Two", "", "<svg/>"}});
  EXPECT_NE(html.find("<h1>&lt;b&gt;Lab</h1>\n<section class=\"drawn\">\n<h2>One</h2>"), std::string::npos) << html;
  EXPECT_LT(html.find("<h2>One</h2>"), html.find("<h2>Two</h2>"));
}

TEST(PageTest, ShowsThePicturesThatItHolds) { EXPECT_NE(page("Lab", {}).find("img-src data:"), std::string::npos); }

}  // namespace
}  // namespace lockstep::plot
