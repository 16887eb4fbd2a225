#include "page/picture.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lockstep::page {
namespace {

std::vector<TraceStep> drawn_deadlock() {
  return {{.number = 1, .thread = "a", .what = "begin"},
          {.number = 9,
           .thread = "b",
           .what = "lock",
           .object = "mutex 1",
           .file = "/home/ada/bank.cpp",
           .line = 12,
           .code = "std::scoped_lock lock(from);",
           .decisive = true,
           .left_out = 7,
           .held_then = {{"b", "mutex 1"}}},
          {.number = 10, .thread = "b", .what = "unlock", .object = "mutex 1"},
          {.thread = "a", .what = "waits for", .object = "mutex 1", .decisive = true, .waits = true}};
}

std::size_t times_in(const std::string& text, const std::string& word) {
  std::size_t times = 0;
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++times;
  return times;
}

TEST(PictureTest, HasAMarkAStepALaneAThreadAndABarALock) {
  const std::string svg = picture("Deadlock", drawn_deadlock());
  EXPECT_EQ(times_in(svg, "class=\"dot"), 4U);
  EXPECT_EQ(times_in(svg, "class=\"life\""), 2U);
  EXPECT_EQ(times_in(svg, "class=\"bar p0\""), 2U) << "the bar, and its line in the legend";
  EXPECT_NE(svg.find("7 steps left out"), std::string::npos);
  EXPECT_NE(svg.find("bank.cpp:12 <tspan class=\"code\">std::scoped_lock lock(from);</tspan>"), std::string::npos);
}

TEST(PictureTest, ABarEndsWhereTheLockIsGivenBack) {
  auto steps = drawn_deadlock();
  const std::string given_back = picture("Deadlock", steps);
  steps[2].held_then = {{"b", "mutex 1"}};
  EXPECT_NE(picture("Deadlock", steps), given_back);
}

TEST(PictureTest, ADecisiveStepIsMarkedByMoreThanColour) {
  const std::string svg = picture("Deadlock", drawn_deadlock());
  EXPECT_EQ(times_in(svg, "lock mutex 1 ◄") + times_in(svg, "waits for mutex 1 ◄"), 2U);
  EXPECT_EQ(times_in(svg, "rx=\"3\""), 2U) << "a square in place of the circle";
}

TEST(PictureTest, WhatAProgramIsCalledIsNoMarkup) {
  auto steps = drawn_deadlock();
  steps[1].code = "</text><script>";
  steps[1].object = "<u>";
  EXPECT_EQ(picture("<b>", steps).find("<script>"), std::string::npos);
  EXPECT_EQ(picture("<b>", steps).find("<b>"), std::string::npos);
  EXPECT_EQ(picture("<b>", steps).find("<u>"), std::string::npos);
}

TEST(PictureTest, NoStepsNoPicture) { EXPECT_EQ(picture("Deadlock", {}), ""); }

}  // namespace
}  // namespace lockstep::page
