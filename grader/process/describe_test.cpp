#include <gtest/gtest.h>

#include <csignal>

#include "process/run.h"

namespace lockstep::process {
namespace {

using std::chrono::milliseconds;

TEST(DescribeTest, SaysEachEndInASentenceForAPerson) {
  EXPECT_EQ(describe(Exited{0}), "ended normally");
  EXPECT_EQ(describe(Exited{3}), "ended with exit status 3");
  EXPECT_EQ(describe(Signaled{SIGSEGV}), "was killed by signal 11 (segmentation fault)");
  EXPECT_EQ(describe(Signaled{40}), "was killed by signal 40");
  EXPECT_EQ(describe(TimedOut{TimedOut::Clock::kWall, milliseconds(2500)}),
            "was still running after 2.5 s and was stopped");
  EXPECT_EQ(describe(TimedOut{TimedOut::Clock::kCpu, milliseconds(10'000)}),
            "used more than 10 s of CPU time and was stopped");
  EXPECT_EQ(describe(Deadlocked{}),
            "could not go on and was stopped: each of its threads waited for another one to wake it");
  EXPECT_EQ(describe(Starved{milliseconds(60'000), milliseconds(640)}),
            "was given 0.6 s of CPU time in 60 s, wanted more, and was stopped: the machine was too busy");
  EXPECT_EQ(describe(OutOfMemory{512ULL << 20}), "needed more memory than the 512 MB allowed");
  EXPECT_EQ(describe(OutOfMemory{1ULL << 30}), "needed more memory than the 1024 MB allowed");
  EXPECT_EQ(describe(OutputLimitExceeded{"standard output", 1ULL << 20}),
            "wrote more than 1 MB to standard output and was stopped");
  EXPECT_EQ(describe(OutputLimitExceeded{"its channel 0", 65'536}),
            "wrote more than 64 kB to its channel 0 and was stopped");
  EXPECT_EQ(describe(Stopped{}), "was stopped on request");
}

}  // namespace
}  // namespace lockstep::process
