#include "checks/repeat_starved.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <latch>
#include <thread>

namespace lockstep::checks {
namespace {

process::Run ended(process::Exit exit) {
  process::Run run;
  run.exit = std::move(exit);
  return run;
}

TEST(RepeatStarvedTest, ARunThatEndsIsNotRepeated) {
  int runs = 0;
  const auto run = repeat_starved([&]() -> Result<process::Run> {
    ++runs;
    return ended(process::TimedOut{});
  });
  EXPECT_TRUE(std::holds_alternative<process::TimedOut>(run.value().exit));
  EXPECT_EQ(runs, 1);
}

TEST(RepeatStarvedTest, AStarvedRunIsRepeatedOnce) {
  int runs = 0;
  const auto run = repeat_starved([&]() -> Result<process::Run> {
    ++runs;
    return ended(process::Starved{});
  });
  EXPECT_TRUE(std::holds_alternative<process::Starved>(run.value().exit));
  EXPECT_EQ(runs, 2);
}

TEST(RepeatStarvedTest, TheRepetitionIsAlone) {
  std::atomic<int> others = 0;
  std::latch other_runs(1);
  std::jthread other([&] {
    (void)repeat_starved([&]() -> Result<process::Run> {
      ++others;
      other_runs.count_down();
      std::this_thread::sleep_for(std::chrono::milliseconds(100));  // long enough to meet, were it allowed
      --others;
      return ended(process::Exited{});
    });
  });
  other_runs.wait();
  int runs = 0;
  (void)repeat_starved([&]() -> Result<process::Run> {
    if (++runs == 1) return ended(process::Starved{});
    EXPECT_EQ(others, 0) << "another run went on";
    return ended(process::Exited{});
  });
  EXPECT_EQ(runs, 2);
}

}  // namespace
}  // namespace lockstep::checks
