#include <gtest/gtest.h>

#include "lockstep/explored_lines_field.h"

namespace lockstep {
namespace {

TEST(ExploredLinesFieldTest, IsReadAsItWasWritten) {
  const std::vector<ExploredLines> files{{.file = "/a/queue.h", .ran = {3, 4, 5, 9}, .never = {7}},
                                         {.file = "/a/pipeline.cpp", .ran = {}, .never = {1, 2}}};
  EXPECT_EQ(explored_lines_field(files), "/a/queue.h\t3-5, 9\t7\n/a/pipeline.cpp\t\t1-2\n");
  const auto read = read_explored_lines_field(explored_lines_field(files));
  ASSERT_EQ(read.size(), 2U);
  for (std::size_t i = 0; i < read.size(); ++i) {
    EXPECT_EQ(read[i].file, files[i].file);
    EXPECT_EQ(read[i].ran, files[i].ran);
    EXPECT_EQ(read[i].never, files[i].never);
  }
}

TEST(ExploredLinesFieldTest, WhatMakesNoSenseIsLeftOut) {
  for (const char* text : {"", "\n", "queue.h", "queue.h\t3", "\t\t"}) {
    for (const ExploredLines& lines : read_explored_lines_field(text)) {
      EXPECT_TRUE(lines.ran.empty() && lines.never.empty()) << text;
    }
  }
  const auto read = read_explored_lines_field("queue.h\tx, 4, -3, 5-1, 6-999999999999\t");
  ASSERT_EQ(read.size(), 1U);
  EXPECT_TRUE(read[0].ran.contains(4));
  EXPECT_LE(read[0].ran.size(), 100'000U);
}

TEST(ExploredLinesTest, ALineThatOneExplorationRanWasRun) {
  std::vector<ExploredLines> all;
  add_lines(all, {.file = "queue.h", .ran = {1}, .never = {2, 3}});
  add_lines(all, {.file = "queue.h", .ran = {2}, .never = {1, 3}});
  add_lines(all, {.file = "cache.cpp", .ran = {}, .never = {1}});
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].ran, (std::set<int>{1, 2}));
  EXPECT_EQ(all[0].never, (std::set<int>{3}));
  EXPECT_TRUE(leaves_lines(all[0]));
  EXPECT_FALSE(leaves_lines(all[1])) << "nothing of it was run";
}

}  // namespace
}  // namespace lockstep
