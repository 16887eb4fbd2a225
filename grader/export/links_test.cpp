#include "export/links.h"

#include <gtest/gtest.h>

namespace lockstep::exported {
namespace {

const std::set<std::string, std::less<>> kFiles{"docs/glossary.md", "docs/report.png", "labs/01-primes/README.md"};

std::string linked(std::string_view page) { return without_dead_links(page, "docs/labs.md", kFiles); }

TEST(LinksTest, ALinkThatLeadsNowhereBecomesItsWords) {
  EXPECT_EQ(
      linked("See [the maintainers](maintainers.md#tests), [terms](glossary.md#lock) and\n[a lab](../labs/09-x)."),
      "See the maintainers, [terms](glossary.md#lock) and\na lab.");
}

TEST(LinksTest, FoldersTheWebAndThePageItselfStay) {
  const std::string page = "[lab](../labs/01-primes) [web](https://example.org/x.md) [here](#words) ![p](report.png)\n";
  EXPECT_EQ(linked(page), page);
}

TEST(LinksTest, APictureThatIsNotThereIsLeftOut) { EXPECT_EQ(linked("a ![words](gone.png) b"), "a  b"); }

TEST(LinksTest, CodeStaysAsItIs) {
  const std::string page = "```\n[a](b)\n```\n    v[i](x)\n";
  EXPECT_EQ(linked(page), page);
}

}  // namespace
}  // namespace lockstep::exported
