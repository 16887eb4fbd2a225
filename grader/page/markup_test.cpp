#include "page/markup.h"

#include <gtest/gtest.h>

#include <string>

namespace lockstep::page {
namespace {

TEST(MarkupTest, WhatHasAMeaningInHtmlIsEscaped) {
  EXPECT_EQ(markup("</pre><script>alert(\"1\")</script>").find('<'), std::string::npos);
  EXPECT_EQ(markup("\" onload=\"x").find('"'), std::string::npos);
  EXPECT_EQ(markup("a & b"), "a &amp; b");
}

TEST(MarkupTest, NoLineIsACommandToARunner) {
  EXPECT_EQ(markup("::error::a\n  ::error::b ::c"), "&#58;:error::a\n  &#58;:error::b ::c");
  EXPECT_EQ(markup("##[group]").find("##["), std::string::npos);
}

TEST(MarkupTest, ALineStaysOne) { EXPECT_EQ(line_markup("a\nb"), "a b"); }

TEST(MarkupTest, ALongTextIsCut) { EXPECT_LE(markup(std::string(1'000'000, 'x')).size(), kMostText); }

}  // namespace
}  // namespace lockstep::page
