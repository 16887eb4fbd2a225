#include "export/arrange.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace lockstep::exported {
namespace {

Manifest lab(std::string id, std::string name) {
  Manifest manifest;
  manifest.id = std::move(id);
  manifest.name = std::move(name);
  manifest.title = "T";
  manifest.points = 20;
  manifest.submit = {"a.cpp", "b.cpp"};
  return manifest;
}

const Platform kThere{.name = "there", .summary = "", .kit_at = "kit/", .next = ""};

TEST(ArrangeTest, TheKitLiesInItsFolderAndTemplatesAreFilledIn) {
  const Package kit{{"lab", {.text = "@ID@", .executable = true}}};
  const Package templates{{"x/@LAB@.txt", {.text = "@FILES@", .executable = true}}};
  const Package expected{{"kit/lab", {.text = "@ID@", .executable = true}},
                         {"x/01-tiny.txt", {.text = "a.cpp,b.cpp", .executable = true}}};
  EXPECT_EQ(arrange(kThere, std::vector{lab("01", "01-tiny")}, kit, templates), expected);
}

TEST(ArrangeTest, NoPageHasALinkThatLeadsNowhere) {
  const Package kit{{"docs/a.md", {.text = "[b](b.md) [a](a.md)"}}};
  EXPECT_EQ(arrange(kThere, std::vector{lab("01", "01-tiny")}, kit, {}).at("kit/docs/a.md").text, "b [a](a.md)");
}

}  // namespace
}  // namespace lockstep::exported
