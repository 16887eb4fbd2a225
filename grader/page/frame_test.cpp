#include "page/frame.h"

#include <gtest/gtest.h>

#include <string>

#include "page/assets.h"

namespace lockstep::page {
namespace {

TEST(FrameTest, IsOneFileWithItsStyleAndItsScript) {
  const std::string page = frame("A title", "<p>body</p>\n");
  EXPECT_NE(page.find("<title>A title</title>"), std::string::npos);
  EXPECT_NE(page.find("<p>body</p>"), std::string::npos);
  EXPECT_NE(page.find(style()), std::string::npos);
  EXPECT_NE(page.find(script()), std::string::npos);
}

TEST(FrameTest, LoadsNothingFromElsewhere) {
  const std::string page = frame("A title", "");
  for (const char* const word : {"src=", "href=", "url(", "@import", "http:", "https:", "fetch(", "innerHTML"}) {
    EXPECT_EQ(page.find(word), std::string::npos) << word;
  }
  EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
}

TEST(FrameTest, MayHaveMoreRules) {
  EXPECT_NE(frame("A title", "", "p { color: red }\n").find("p { color: red }\n</style>"), std::string::npos);
}

TEST(FrameTest, AllowsPicturesOnlyWithinAPageThatHasThem) {
  EXPECT_EQ(frame("A title", "").find("img-src"), std::string::npos);
  EXPECT_NE(frame("A title", "", "", Pictures::kWithin).find("default-src 'none'; img-src data:; style-src"),
            std::string::npos);
}

TEST(FrameTest, ATitleIsNoMarkup) {
  EXPECT_EQ(frame("</title><script>", "").find("</title><script>"), std::string::npos);
}

}  // namespace
}  // namespace lockstep::page
