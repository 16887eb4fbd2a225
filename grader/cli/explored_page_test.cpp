#include "cli/explored_page.h"

#include <gtest/gtest.h>

#include <string>

namespace lockstep::cli {
namespace {

ExploredReport found_a_deadlock() {
  return {.ended = "finding",
          .coverage = {},
          .guarantee = "7 schedules",
          .notes = {},
          .trace = "",
          .output = "<b>hello</b>",
          .finding = ExploredFinding{.kind = "deadlock",
                                     .message = "Deadlock: <script>",
                                     .trace = "",
                                     .schedule = 7,
                                     .replay = "abab",
                                     .places = {},
                                     .steps = {{.number = 1, .thread = "a", .what = "lock", .object = "mutex 1"}}}};
}

TEST(ExploredPageTest, AFindingHasItsInterleavingAndTheCommandThatShowsEveryStep) {
  const std::string page = explored_page(found_a_deadlock(), "transfer.cpp", "./lab replay transfer.cpp abab");
  for (const char* const part : {"<h1>transfer.cpp</h1>", "Deadlock in schedule 7", "<tr class=\"step\"",
                                 "docs/concepts/deadlock.md", "./lab replay transfer.cpp abab"}) {
    EXPECT_NE(page.find(part), std::string::npos) << part;
  }
}

TEST(ExploredPageTest, WithoutAFindingItSaysWhatWasCovered) {
  ExploredReport nothing;
  nothing.ended = "exhausted";
  nothing.guarantee = "all 12 interleavings";
  nothing.notes = {"a note"};
  const std::string page = explored_page(nothing, "transfer.cpp", "");
  EXPECT_NE(page.find("Nothing was found in all 12 interleavings."), std::string::npos);
  EXPECT_NE(page.find("a note"), std::string::npos);
  EXPECT_EQ(page.find("<tr class=\"step\""), std::string::npos);
}

TEST(ExploredPageTest, WhatTheProgramSaidIsNoMarkup) {
  const std::string page = explored_page(found_a_deadlock(), "<i>.cpp", "<u>");
  for (const char* const evil : {"Deadlock: <script>", "<b>hello", "<i>.cpp", "<u>"}) {
    EXPECT_EQ(page.find(evil), std::string::npos) << evil;
  }
}

}  // namespace
}  // namespace lockstep::cli
