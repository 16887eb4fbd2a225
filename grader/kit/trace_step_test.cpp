#include "lockstep/trace_step_fields.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lockstep {
namespace {

std::vector<TraceStep> some_steps() {
  return {{.number = 3,
           .thread = "b",
           .what = "lock",
           .note = "timed out",
           .object = "mutex 2",
           .file = "/lab/queue.h",
           .line = 12,
           .code = "std::scoped_lock lock(m);",
           .decisive = true,
           .why = "thread c waits for it",
           .left_out = 7,
           .held_then = {{"b", "mutex 2"}, {"_aa", "shared mutex 1"}}},
          {.thread = "c", .what = "waits for", .object = "mutex 2", .waits = true},
          {.number = 4, .thread = "c", .what = "load", .note = "reads 0, an older value", .stale = true}};
}

TEST(TraceStepTest, StepsAreReadAsTheyWereSent) {
  EXPECT_EQ(read_trace_steps_field(trace_steps_field(some_steps())), some_steps());
  EXPECT_TRUE(read_trace_steps_field(trace_steps_field({})).empty());
}

TEST(TraceStepTest, ATextCannotEndItsFieldOrItsLine) {
  std::vector<TraceStep> steps = some_steps();
  steps[0].code = "int\tx;\nint y;";
  const auto read = read_trace_steps_field(trace_steps_field(steps));
  ASSERT_EQ(read.size(), 3U);
  EXPECT_EQ(read[0].code, "int x; int y;");
}

TEST(TraceStepTest, LinesThatMakeNoSenseArePassedOver) {
  for (const char* const text :
       {"", "3", "3\tb\tlock\t\t\t\t0\t\t0\t0\t0", "x\tb\tlock\t\t\t\t0\t\t0\t0\t0\t\t0",
        "3\t\tlock\t\t\t\t0\t\t0\t0\t0\t\t0", "3\tb\t\t\t\t\t0\t\t0\t0\t0\t\t0", "3\tb\tlock\t\t\t\t-1\t\t0\t0\t0\t\t0",
        "3\tb\tlock\t\t\t\t0\t\t0\t0\t1x\t\t0", "3\tb\tlock\t\t\t\t0\t\t0\t0\t0\t\t0\tb", "\n\n"}) {
    EXPECT_TRUE(read_trace_steps_field(text).empty()) << text;
  }
}

TEST(TraceStepTest, NoMoreIsReadThanAPageCanShow) {
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "3\tb\tlock\t\t\t\t0\t\t0\t0\t0\t\t0\n";
  EXPECT_EQ(read_trace_steps_field(many).size(), kMostTraceSteps);
  EXPECT_EQ(read_trace_steps_field(many, 700).size(), 700U);
  const std::string long_text(kMostTraceText + 1, 'x');
  EXPECT_TRUE(read_trace_steps_field("3\tb\tlock\t" + long_text + "\t\t\t0\t\t0\t0\t0\t\t0\n").empty());
}

}  // namespace
}  // namespace lockstep
