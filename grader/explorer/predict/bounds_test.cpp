#include "explorer/predict/bounds.h"

#include <gtest/gtest.h>

#include "explorer/predict/known_graphs.h"

namespace lockstep::predict {
namespace {

TEST(BoundsTest, SeesThatAllWorkIsUnderOneLock) {
  const Recording convoy = lock_rounds(4, 10, 0, 1'000'000);
  const Timetable table = schedule(convoy, 4);
  const Bounds found = bounds(convoy, table);
  EXPECT_DOUBLE_EQ(found.at_most_one_runs, 1);
  EXPECT_DOUBLE_EQ(found.busiest_share, 0.25);
  ASSERT_TRUE(found.worst_lock);
  EXPECT_EQ(found.worst_lock->held, 40'000'000);
  EXPECT_EQ(explain(convoy, bounds(convoy, table)),
            "100 % of the time at most one thread was running; thread 1 did 25 % of the work; the longest wait was for "
            "results_mutex, 114.0 ms in all, under which 100 % of the work is done.");
}

TEST(BoundsTest, SeesTheSerialPart) {
  const Recording quarter_serial = fork_join(3, 1, 1000, 1000);
  const Timetable table = schedule(quarter_serial, 3);
  EXPECT_DOUBLE_EQ(bounds(quarter_serial, table).at_most_one_runs, 0.5);
  EXPECT_FALSE(bounds(quarter_serial, table).worst_lock);
}

TEST(BoundsTest, NamesTheThreadWithMostOfTheWork) {
  Sketch sketch;
  const std::uint32_t idle = sketch.fork(0);
  const std::uint32_t busy = sketch.fork(0);
  sketch.step(idle, 1000);
  sketch.step(busy, 3000);
  sketch.join(0, idle);
  sketch.join(0, busy);
  const Timetable table = schedule(sketch.recording(), 2);
  EXPECT_EQ(table.makespan, 3000);
  EXPECT_EQ(bounds(sketch.recording(), table).busiest_thread, busy);
  EXPECT_DOUBLE_EQ(bounds(sketch.recording(), table).busiest_share, 0.75);
}

TEST(BoundsTest, FindsTheLockThatIsWaitedForLongestAmongSeveral) {
  Sketch sketch;
  const std::uint32_t quick = sketch.new_lock("quick");
  const std::uint32_t slow = sketch.new_lock("slow");
  for (int i = 0; i < 2; ++i) {
    const std::uint32_t thread = sketch.fork(0);
    sketch.lock(thread, quick);
    sketch.unlock(thread, quick, 100);
    sketch.lock(thread, slow);
    sketch.unlock(thread, slow, 400);
  }
  const Timetable table = schedule(sketch.recording(), 2);
  const Bounds found = bounds(sketch.recording(), table);
  ASSERT_TRUE(found.worst_lock);
  EXPECT_EQ(found.worst_lock->lock, slow);
  EXPECT_EQ(found.worst_lock->waited, 300);
}

TEST(BoundsTest, HasAnAnswerForAProgramWithoutWork) {
  const Recording nothing = Sketch().recording();
  EXPECT_EQ(bounds(nothing, schedule(nothing, 1)).at_most_one_runs, 1);
}

}  // namespace
}  // namespace lockstep::predict
