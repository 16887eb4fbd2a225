#include "explorer/predict/record.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <functional>
#include <future>
#include <mutex>
#include <semaphore>
#include <shared_mutex>
#include <thread>
#include <vector>

#include "explorer/predict/bounds.h"
#include "explorer/predict/schedule.h"
#include "explorer/predict/virtual_cores.h"
#include "explorer/predict/work_and_span.h"

namespace lockstep::predict {
namespace {

/// What the tests' programs compute, on a clock that nothing else moves.
Nanoseconds computed = 0;
void compute(Nanoseconds units = 1) { computed += units * 100'000; }
Clocks clocks() { return {.cpu = computed, .real = computed}; }

Recording recorded(const std::function<void()>& body) {
  auto result = record(body, clocks);
  if (const auto* failed = std::get_if<Unpredictable>(&result)) {
    ADD_FAILURE() << failed->why;
    return {.threads = {{.events = {Event{}}}}, .locks = {}};
  }
  return std::get<Recording>(std::move(result));
}

/// Of a program whose waits are all seen: its schedule, on a core for each thread, takes what the recording took.
double speedup(const Recording& recording, unsigned cores) {
  const Timetable free = schedule(recording, kAnyNumberOfCores);
  EXPECT_TRUE(free.stuck.empty());
  EXPECT_EQ(free.makespan, recorded_makespan(recording));
  return static_cast<double>(work(recording)) / static_cast<double>(schedule(recording, cores).makespan);
}

void on_threads(unsigned count, const std::function<void(unsigned)>& work) {
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < count; ++i) threads.emplace_back([&work, i] { work(i); });
}

TEST(RecordTest, SeesThatThreadsWorkSideBySide) {
  const Recording parts = recorded([] { on_threads(8, [](unsigned) { compute(20); }); });
  ASSERT_EQ(parts.threads.size(), 9);
  for (const unsigned cores : {1U, 2U, 4U, 8U}) EXPECT_EQ(speedup(parts, cores), cores);
}

TEST(RecordTest, SharesOutTasksOfAnAtomicCounterAsCoresWould) {
  const Recording tasks = recorded([] {
    std::atomic<int> next{0};
    on_threads(8, [&](unsigned) {
      for (int i = next.fetch_add(1); i < 160; i = next.fetch_add(1)) {
        task_boundary();
        compute(i < 80 ? 4 : 1);
        task_boundary();
      }
    });
  });
  EXPECT_EQ(speedup(tasks, 8), 8);
}

TEST(RecordTest, ALoopWhoseWritesAreNotSeenIsNoLivelock) {
  // Each round begins with the same registers and the same stack: what it changes is behind a pointer.
  const Recording recording = recorded([] {
    struct Tasks {
      std::mutex mutex;
      int left = 5'000;
    };
    Tasks tasks;
    on_threads(1, [&tasks](unsigned) {
      bool more = true;
      while (more) {
        task_boundary();
        const std::scoped_lock lock(tasks.mutex);
        more = tasks.left > 0;
        if (more) --tasks.left;
      }
    });
    EXPECT_EQ(tasks.left, 0);
  });
  EXPECT_EQ(recording.threads.size(), 2U);
}

TEST(RecordTest, SeesThatAllWorkIsUnderOneLock) {
  const Recording convoy = recorded([] {
    std::mutex mutex;
    on_threads(4, [&](unsigned) {
      for (int i = 0; i < 20; ++i) {
        const std::scoped_lock lock(mutex);
        compute();
      }
    });
  });
  EXPECT_EQ(speedup(convoy, 2), 1);
  EXPECT_EQ(speedup(convoy, 64), 1);
  const auto worst = bounds(convoy, schedule(convoy, 4)).worst_lock;
  ASSERT_TRUE(worst);
  EXPECT_EQ(worst->held, 8'000'000);
  ASSERT_EQ(convoy.locks.size(), 1);
  EXPECT_NE(convoy.locks[0].name.find("record_test.cpp:"), std::string::npos) << convoy.locks[0].name;
}

TEST(RecordTest, SeesThatOneThreadDoesThreeQuarters) {
  const Recording uneven = recorded([] { on_threads(2, [](unsigned i) { compute(i == 0 ? 75 : 25); }); });
  EXPECT_DOUBLE_EQ(speedup(uneven, 2), 4.0 / 3);
}

TEST(RecordTest, SeesTheSerialHalf) {
  const Recording half = recorded([] {
    compute(80);
    on_threads(8, [](unsigned) { compute(10); });
  });
  for (const unsigned cores : {2U, 4U, 8U}) EXPECT_DOUBLE_EQ(speedup(half, cores), 1 / (0.5 + 0.5 / cores));
}

TEST(RecordTest, SeesThatDeferredFuturesAreNotConcurrent) {
  const Recording deferred = recorded([] {
    std::vector<std::future<void>> futures(8);
    for (auto& future : futures) future = std::async(std::launch::deferred, [] { compute(10); });
    for (auto& future : futures) future.get();
  });
  EXPECT_EQ(speedup(deferred, 64), 1);
}

TEST(RecordTest, WaitsForANotificationAndThenForTheMutex) {
  const Recording woken = recorded([] {
    std::mutex mutex;
    std::condition_variable changed;
    bool ready = false;
    std::jthread waiting([&] {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return ready; });
      compute(5);
    });
    compute(10);
    const std::scoped_lock lock(mutex);
    ready = true;
    changed.notify_one();
    compute(2);
  });
  EXPECT_DOUBLE_EQ(speedup(woken, 2), 1);
}

TEST(RecordTest, JoinsAThreadThatHasEndedLongAgo) {
  const Recording joined = recorded([] {
    std::thread early([] { compute(10); });
    compute(20);
    task_boundary();
    early.join();
    compute(10);
  });
  EXPECT_DOUBLE_EQ(speedup(joined, 2), 40.0 / 30);
  EXPECT_EQ(span(joined), 3'000'000);
  EXPECT_EQ(joined.threads[0].events[3].after, (EventId{1, 1}));
}

TEST(RecordTest, FollowsItemsThroughConditionVariables) {
  constexpr int kItems = 100;
  const Recording items = recorded([] {
    std::mutex mutex;
    std::condition_variable changed;
    int queued = 0;
    std::jthread consumer([&] {
      for (int i = 0; i < kItems; ++i) {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return queued > 0; });
        --queued;
        lock.unlock();
        compute(2);
      }
    });
    for (int i = 0; i < kItems; ++i) {
      compute(2);
      const std::scoped_lock lock(mutex);
      ++queued;
      changed.notify_one();
    }
  });
  EXPECT_DOUBLE_EQ(speedup(items, 2), 2.0 * kItems / (kItems + 1));
}

TEST(RecordTest, FollowsSemaphoresThatLetTwoInAtATime) {
  const Recording two = recorded([] {
    std::counting_semaphore<2> room(2);
    on_threads(8, [&](unsigned) {
      for (int i = 0; i < 10; ++i) {
        room.acquire();  // when there is room, an atomic operation that is not seen
        task_boundary();
        compute(2);
        task_boundary();
        room.release();
      }
    });
  });
  // Who finds no room spins for a while before it waits.
  EXPECT_NEAR(static_cast<double>(work(two)) / static_cast<double>(makespan(two, 8)), 2, 0.1);
}

TEST(RecordTest, AddsSleepToTheTimeAndNotToTheWork) {
  const Recording naps =
      recorded([] { on_threads(2, [](unsigned) { std::this_thread::sleep_for(std::chrono::milliseconds(50)); }); });
  EXPECT_EQ(work(naps), 0);
  EXPECT_EQ(schedule(naps, 2).makespan, recorded_makespan(naps));
  EXPECT_NEAR(static_cast<double>(recorded_makespan(naps)), 50e6, 10e3);  // each look at the clock takes a microsecond
}

TEST(RecordTest, MeasuresRealTimeWhenNoOtherClockIsGiven) {
  const auto result = record([] {
    volatile std::uint64_t x = 1;
    for (int i = 0; i < 10'000'000; ++i) x = x * 3 + 1;
  });
  ASSERT_TRUE(std::holds_alternative<Recording>(result));
  EXPECT_GT(work(std::get<Recording>(result)), 1'000'000);
}

TEST(RecordTest, CountsATriedLockOnlyWhereItWasTaken) {
  const Recording tried = recorded([] {
    std::mutex mutex;
    on_threads(2, [&](unsigned) {
      const std::unique_lock lock(mutex, std::try_to_lock);
      task_boundary();
      if (lock.owns_lock()) compute();
    });
  });
  EXPECT_EQ(work(tried), 100'000);
  std::size_t taken = 0;
  for (const Recording::Thread& thread : tried.threads) {
    taken += static_cast<std::size_t>(std::ranges::count(thread.events, Event::Kind::kLock, &Event::kind));
  }
  EXPECT_EQ(taken, 1);
}

TEST(RecordTest, LetsReadersOfASharedMutexWorkSideBySide) {
  const Recording readers = recorded([] {
    std::shared_mutex mutex;
    on_threads(4, [&](unsigned) {
      const std::shared_lock lock(mutex);
      compute();
    });
  });
  EXPECT_EQ(speedup(readers, 4), 4);
}

TEST(RecordTest, SaysWhereAThreadSpinsWithoutGivingUpItsCore) {
  const auto result = record([] {
    std::atomic<bool> go{false};
    std::jthread waiting([&] {
      while (!go.load()) {
      }
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    go = true;
  });
  ASSERT_TRUE(std::holds_alternative<Unpredictable>(result));
  EXPECT_NE(std::get<Unpredictable>(result).why.find("record_test.cpp:"), std::string::npos)
      << std::get<Unpredictable>(result).why;
}

TEST(RecordTest, AProgramThatAsksIsToldOfTheVirtualCores) {
  const unsigned machines = std::thread::hardware_concurrency();
  unsigned told = 0;
  {
    const VirtualCores cores(16);
    (void)record([&told] { told = std::thread::hardware_concurrency(); });
  }
  EXPECT_EQ(told, 16U);
  EXPECT_EQ(std::thread::hardware_concurrency(), machines);
}

TEST(RecordTest, SaysThatAProgramDeadlocks) {
  const auto result = record([] {
    std::mutex mutex;
    const std::scoped_lock lock(mutex);
    std::jthread other([&] { const std::scoped_lock again(mutex); });
  });
  ASSERT_TRUE(std::holds_alternative<Unpredictable>(result));
  EXPECT_NE(std::get<Unpredictable>(result).why.find("Deadlock"), std::string::npos);
}

}  // namespace
}  // namespace lockstep::predict
