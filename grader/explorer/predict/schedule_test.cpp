#include "explorer/predict/schedule.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "explorer/predict/known_graphs.h"
#include "explorer/predict/work_and_span.h"

namespace lockstep::predict {
namespace {

constexpr std::array<unsigned, 10> kCores{1, 2, 3, 4, 8, 12, 16, 32, 48, 64};

double speedup(const Recording& recording, unsigned cores) {
  const Timetable table = schedule(recording, cores);
  EXPECT_TRUE(table.stuck.empty());
  return static_cast<double>(work(recording)) / static_cast<double>(table.makespan);
}

void expect_within_5_percent(double predicted, double formula, unsigned cores) {
  EXPECT_NEAR(predicted, formula, 0.05 * formula) << "on " << cores << " cores";
}

TEST(ScheduleTest, RunsEqualPartsOnAsManyCoresAsThereAreTimesAsFast) {
  for (const unsigned cores : kCores) EXPECT_EQ(speedup(fork_join(cores, 1, 1000), cores), cores);
}

TEST(ScheduleTest, NeedsSoManyRoundsForMorePartsThanCores) {
  const Recording parts = fork_join(64, 1, 1000);
  for (const unsigned cores : kCores) EXPECT_EQ(schedule(parts, cores).makespan, (64 + cores - 1) / cores * 1000);
}

TEST(ScheduleTest, SharesFewCoresAmongThreadsOfManySteps) {
  const Recording parts = fork_join(64, 60, 1000);
  for (const unsigned cores : kCores) expect_within_5_percent(speedup(parts, cores), cores, cores);
}

TEST(ScheduleTest, FollowsAmdahlsLawForAQuarterSerial) {
  const auto amdahl = [](unsigned cores) { return 1 / (0.25 + 0.75 / cores); };
  const Recording many_threads = fork_join(64, 60, 1000, 64ULL * 60 * 1000 / 3);
  for (const unsigned cores : kCores) {
    const Recording own = fork_join(cores, 1, 3'000'000 / cores, 1'000'000);
    expect_within_5_percent(speedup(own, cores), amdahl(cores), cores);
    expect_within_5_percent(speedup(many_threads, cores), amdahl(cores), cores);
  }
}

TEST(ScheduleTest, FillsAPipelineStageByStage) {
  constexpr unsigned kItems = 200;
  for (const unsigned stages : {1U, 2U, 4U, 8U, 16U, 64U}) {
    const Recording items = pipeline(stages, kItems, 1000);
    for (const unsigned cores : kCores) {
      if (cores >= stages) {
        EXPECT_EQ(schedule(items, cores).makespan, (kItems + stages - 1) * 1000) << stages << " stages, " << cores;
      }
    }
  }
}

TEST(ScheduleTest, KeepsFewCoresBusyWithAPipeline) {
  const Recording items = pipeline(64, 1500, 1000);
  for (const unsigned cores : {1U, 2U, 4U, 8U, 16U, 32U}) expect_within_5_percent(speedup(items, cores), cores, cores);
}

TEST(ScheduleTest, GainsNothingWhenAllWorkIsUnderOneLock) {
  for (const unsigned cores : kCores) {
    EXPECT_EQ(speedup(lock_rounds(cores, 50, 0, 1000), cores), 1);
    EXPECT_EQ(speedup(lock_rounds(64, 50, 0, 1000), cores), 1);
  }
}

TEST(ScheduleTest, IsHeldBackByTheShareOfWorkUnderOneLock) {
  for (const double share : {0.05, 0.1, 0.25, 0.5}) {
    const auto inside = static_cast<Nanoseconds>(1000 * share);
    for (const unsigned cores : kCores) {
      const double formula = std::min<double>(cores, 1 / share);
      expect_within_5_percent(speedup(lock_rounds(cores, 300, 1000 - inside, inside), cores), formula, cores);
      expect_within_5_percent(speedup(lock_rounds(64, 300, 1000 - inside, inside), cores), formula, cores);
    }
  }
}

TEST(ScheduleTest, GivesALockToWhoComesFirstAndNotInTheRecordedOrder) {
  Sketch sketch;
  const std::uint32_t lock = sketch.new_lock("mutex");
  const std::uint32_t late = sketch.fork(0);
  const std::uint32_t early = sketch.fork(0);
  sketch.step(late, 500);
  sketch.lock(late, lock);
  sketch.unlock(late, lock, 100);
  sketch.step(early, 300);
  sketch.lock(early, lock);
  sketch.unlock(early, lock, 100);
  sketch.join(0, late);
  sketch.join(0, early);
  EXPECT_EQ(schedule(sketch.recording(), 2).makespan, 600);
}

TEST(ScheduleTest, LetsReadersInTogetherAndWritersAlone) {
  Sketch sketch;
  const std::uint32_t lock = sketch.new_lock("shared mutex");
  for (int i = 0; i < 3; ++i) {
    const std::uint32_t reader = sketch.fork(0);
    sketch.lock(reader, lock, Event::Kind::kLockShared);
    sketch.unlock(reader, lock, 100);
  }
  for (int i = 0; i < 2; ++i) {
    const std::uint32_t writer = sketch.fork(0);
    sketch.lock(writer, lock);
    sketch.unlock(writer, lock, 100);
  }
  EXPECT_EQ(schedule(sketch.recording(), 8).makespan, 300);
}

TEST(ScheduleTest, SleepsWithoutACore) {
  Sketch sketch;
  for (int i = 0; i < 4; ++i) sketch.add(sketch.fork(0), {.work = 100, .idle = 1000});
  EXPECT_EQ(schedule(sketch.recording(), 1).makespan, 1400);
  EXPECT_EQ(schedule(sketch.recording(), 4).makespan, 1100);
}

TEST(ScheduleTest, SaysWhatEachThreadDoesAllTheTime) {
  const Recording convoy = lock_rounds(2, 1, 100, 50);
  const Timetable table = schedule(convoy, 2);
  const std::vector<Slice>& second = table.slices[2];
  ASSERT_EQ(second.size(), 3);
  EXPECT_EQ(second[0].state, ThreadState::kRunning);
  EXPECT_EQ(second[0].end, 100);
  EXPECT_EQ(second[1].state, ThreadState::kWaitingForLock);
  EXPECT_EQ(second[1].end, 150);
  EXPECT_EQ(second[2].state, ThreadState::kRunning);
  EXPECT_EQ(second[2].end, 200);
}

TEST(ScheduleTest, NamesThreadsThatNeverEnd) {
  Sketch sketch;
  const std::uint32_t lock = sketch.new_lock("mutex");
  sketch.lock(0, lock);
  sketch.lock(0, lock);
  EXPECT_EQ(schedule(sketch.recording(), 1).stuck, std::vector<std::uint32_t>{0});
}

TEST(MakespanTest, IsTheRecordedOneWhereAWaitWasNotSeen) {
  Sketch sketch;
  const std::uint32_t thread = sketch.fork(0);
  sketch.step(thread, 100);
  sketch.join(0, thread);
  Recording recording = sketch.recording();
  recording.threads[thread].events.back().at = 500;
  EXPECT_EQ(recorded_makespan(recording), 500);
  EXPECT_EQ(makespan(recording, 2), 500);
}

TEST(MakespanTest, IsTheSchedulesWhereThereAreFewerCoresThanThreads) {
  const Recording parts = fork_join(8, 1, 1000);
  EXPECT_EQ(recorded_makespan(parts), 1000);
  EXPECT_EQ(makespan(parts, 2), 4000);
}

TEST(WorkAndSpanTest, TakesTheLongestChain) {
  const Recording quarter_serial = fork_join(4, 1, 750, 1000);
  EXPECT_EQ(work(quarter_serial), 4000);
  EXPECT_EQ(span(quarter_serial), 1750);
  EXPECT_DOUBLE_EQ(parallelism(quarter_serial), 4000.0 / 1750);
}

TEST(WorkAndSpanTest, DoesNotCountTheWaitForALock) {
  const Recording convoy = lock_rounds(8, 10, 0, 100);
  EXPECT_EQ(span(convoy), 1000);
  EXPECT_EQ(schedule(convoy, kAnyNumberOfCores).makespan, 8000);
}

TEST(WorkAndSpanTest, CallsAProgramWithoutWorkNeitherFastNorSlow) { EXPECT_EQ(parallelism(Sketch().recording()), 1); }

}  // namespace
}  // namespace lockstep::predict
