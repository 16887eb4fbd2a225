#include "manifest/comparison.h"

#include <gtest/gtest.h>

#include <string>

#include "manifest/manifest.h"
#include "manifest/temporary_lab.h"

namespace lockstep::manifest {
namespace {

class ComparisonTest : public testing::Test {
 protected:
  /// The good manifest with this behind it.
  Result<Manifest> read(const std::string& comparison) {
    checkout_.write("lab.toml", std::string(kGoodManifest) + comparison);
    return read_manifest(checkout_.dir());
  }

  /// The first mistake without its place.
  std::string mistake(const std::string& comparison) {
    const auto lab = read(comparison);
    if (lab) return "";
    const std::string& message = lab.error().message;
    const auto begin = message.find("found");
    return message.substr(begin, message.find('\n') - begin);
  }

  TemporaryLab checkout_;
};

TEST_F(ComparisonTest, ALabHasNoneUnlessItSaysSo) { EXPECT_FALSE(read("").value().comparison); }

TEST_F(ComparisonTest, NamesAProgramAndWhatIsShownOfIt) {
  const auto lab = read(R"(
[comparison]
program = "tiny_bench"
[[comparison.panel]]
title = "Meals a second"
counters = ["meals"]
[[comparison.panel]]
title = "Meals of one"
counters = ["least", "most"]
)");
  ASSERT_TRUE(lab) << lab.error().message;
  ASSERT_TRUE(lab->comparison);
  EXPECT_EQ(lab->comparison->program, "tiny_bench");
  ASSERT_EQ(lab->comparison->panels.size(), 2U);
  EXPECT_EQ(lab->comparison->panels[0].title, "Meals a second");
  EXPECT_EQ(lab->comparison->panels[1].counters, (std::vector<std::string>{"least", "most"}));
}

TEST_F(ComparisonTest, RefusesWhatCannotBeDrawn) {
  EXPECT_EQ(mistake("[comparison]\nprogram = \"tiny_bench\"\n"),
            "found no panel in comparison of the lab; accepted: one or more tables [[panel]]");
  EXPECT_EQ(mistake("[comparison]\nprogram = \"b\"\n[[comparison.panel]]\ntitle = \"t\"\n"
                    "counters = [\"a\", \"b\", \"c\"]\n"),
            "found 3 counters; accepted: one counter, or two: from how much to how much");
  EXPECT_EQ(mistake("[comparison]\nprogram = \"b\"\n[[comparison.panel]]\ntitle = \"t\"\ncounters = [\"a\"]\n"
                    "unit = \"s\"\n"),
            "found unknown key unit in [[panel]]; accepted: title, counters");
}

}  // namespace
}  // namespace lockstep::manifest
