#include "text/markup.h"

#include <gtest/gtest.h>

namespace lockstep {
namespace {

TEST(XmlTextTest, NoCharacterHasAMeaning) {
  EXPECT_EQ(xml_text("<a b=\"c\" d='e'>&</a>]]>"), "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;&lt;/a&gt;]]&gt;");
}

TEST(XmlTextTest, HoldsOnlyWhatXmlCanHold) {
  EXPECT_EQ(xml_text(std::string_view("\0\x1b\xFF", 3)), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(xml_text("a\xE2\x80\xAE"), "a\xEF\xBF\xBD") << "would reorder what is read";
}

TEST(MarkdownTest, ALineStaysALine) {
  EXPECT_EQ(markdown_line("a\n# b | <c> [d](e) `f` \"g\""), "a \\# b \\| &lt;c&gt; \\[d\\](e) \\`f\\` \"g\"");
}

TEST(MarkdownTest, ABlockIsNotEndedByItsText) {
  EXPECT_EQ(markdown_block("```\n# out"), "````text\n```\n# out\n````\n");
}

}  // namespace
}  // namespace lockstep
