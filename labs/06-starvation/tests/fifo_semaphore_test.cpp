#include "fifo_semaphore.h"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

#include "arrivals.h"

TEST(FifoSemaphoreTest, RefusesFewerThanNoUnits) {
  for (const int units : {-1, -100}) EXPECT_THROW(FifoSemaphore{units}, std::invalid_argument) << units << " units";
  EXPECT_FALSE(FifoSemaphore(0).try_acquire());
}

TEST(FifoSemaphoreTest, CountsItsUnits) {
  FifoSemaphore semaphore(3);
  semaphore.acquire();
  EXPECT_TRUE(semaphore.try_acquire());
  EXPECT_TRUE(semaphore.try_acquire());
  EXPECT_FALSE(semaphore.try_acquire()) << "three units were there, and three are taken";
  semaphore.release();
  semaphore.acquire();
  EXPECT_FALSE(semaphore.try_acquire()) << "one was released, and it is taken";
}

TEST(FifoSemaphoreTest, ReleasesAsManyUnitsAsItIsTold) {
  FifoSemaphore semaphore(0);
  semaphore.release(4);
  for (int i = 0; i < 4; ++i) EXPECT_TRUE(semaphore.try_acquire()) << "four were released: " << i;
  EXPECT_FALSE(semaphore.try_acquire());
}

TEST(FifoSemaphoreTest, CountsThreadsThatWait) {
  FifoSemaphore semaphore(0);
  semaphore.release();  // what is not written yet says so before a thread waits
  semaphore.acquire();
  EXPECT_EQ(semaphore.waiting(), 0U);
  EXPECT_FALSE(semaphore.try_acquire());
  EXPECT_EQ(semaphore.waiting(), 0U) << "a try that failed does not wait";
  std::array<std::jthread, 3> threads;
  std::size_t waiting = 0;
  for (auto& thread : threads) {
    thread = std::jthread([&] { semaphore.acquire(); });
    ++waiting;
    // If this waits for ever, a thread that waits is not counted.
    wait_until([&] { return semaphore.waiting() >= waiting; });
    EXPECT_EQ(semaphore.waiting(), waiting);
  }
  semaphore.release(3);
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(semaphore.waiting(), 0U) << "nobody waits any more";
}

TEST(FifoSemaphoreTest, LetsInAsManyThreadsAsThereAreUnits) {
  constexpr int kRounds = 40;
  for (const int units : {1, 2, 3}) {
    FifoSemaphore semaphore(units);
    std::atomic<int> inside = 0;
    std::atomic<bool> too_many = false;
    {
      std::vector<std::jthread> threads;
      threads.reserve(5);
      for (int t = 0; t < 5; ++t) {
        threads.emplace_back([&] {
          for (int round = 0; round < kRounds; ++round) {
            semaphore.acquire();
            if (++inside > units) too_many = true;
            std::this_thread::yield();  // a thread that may come in now do
            --inside;
            semaphore.release();
          }
        });
      }
    }
    EXPECT_FALSE(too_many) << "more threads had a unit than the " << units << " that there are";
    for (int i = 0; i < units; ++i) EXPECT_TRUE(semaphore.try_acquire()) << "all units are back";
    EXPECT_FALSE(semaphore.try_acquire());
  }
}
