#include "ticket_lock.h"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include "arrivals.h"

TEST(TicketLockTest, KeepsThreadsApart) {
  constexpr int kRounds = 40;
  for (const int threads : {1, 2, 3}) {
    TicketLock lock;
    int sum = 0;  // guarded by lock
    {
      std::vector<std::jthread> busy;
      busy.reserve(static_cast<std::size_t>(threads));
      for (int t = 0; t < threads; ++t) {
        busy.emplace_back([&] {
          for (int round = 0; round < kRounds; ++round) {
            const std::scoped_lock guard(lock);
            ++sum;
          }
        });
      }
    }
    EXPECT_EQ(sum, threads * kRounds) << threads << " threads";
  }
}

TEST(TicketLockTest, TriesWithoutWaiting) {
  TicketLock lock;
  ASSERT_TRUE(lock.try_lock()) << "nobody holds it";
  std::atomic<bool> tried = false;
  std::jthread tries([&] {
    const std::unique_lock taken(lock, std::try_to_lock);
    EXPECT_FALSE(taken) << "another thread held it";
    tried = true;
  });
  wait_until([&] { return tried || lock.waiting() > 0; });
  EXPECT_TRUE(tried) << "a try waits, and counts as a thread that waits";
  lock.unlock();
  tries.join();
  std::jthread([&] {
    EXPECT_TRUE(lock.try_lock()) << "nobody holds it any more";
    lock.unlock();
  }).join();
}

TEST(TicketLockTest, ATryThatFailsTakesNoTicket) {
  TicketLock lock;
  lock.lock();
  std::jthread([&] {
    for (int i = 0; i < 3; ++i) EXPECT_FALSE(lock.try_lock());
  }).join();
  EXPECT_EQ(lock.waiting(), 0U) << "a try that failed does not wait";
  lock.unlock();
  // If this waits for ever, it waits for a ticket that was taken in a try.
  lock.lock();
  lock.unlock();
}

TEST(TicketLockTest, CountsThreadsThatWait) {
  TicketLock lock;
  std::array<std::jthread, 2> threads;
  { const std::scoped_lock guard(lock); }  // what is not written yet says so before a thread waits
  lock.lock();
  EXPECT_EQ(lock.waiting(), 0U);
  std::size_t waiting = 0;
  for (auto& thread : threads) {
    thread = std::jthread([&] { const std::scoped_lock guard(lock); });
    ++waiting;
    // If this waits for ever, a thread that waits is not counted.
    wait_until([&] { return lock.waiting() >= waiting; });
    EXPECT_EQ(lock.waiting(), waiting);
  }
  lock.unlock();
  for (auto& thread : threads) thread.join();
  lock.lock();
  EXPECT_EQ(lock.waiting(), 0U) << "nobody waits any more";
  lock.unlock();
}

TEST(TicketLockTest, WorksWithTheLocksOfTheStandard) {
  TicketLock lock;
  TicketLock other_lock;
  { const std::lock_guard guard(lock); }
  { const std::scoped_lock both(lock, other_lock); }
  std::unique_lock held(lock);
  std::jthread([&] { EXPECT_FALSE(std::unique_lock(lock, std::try_to_lock)); }).join();
  held.unlock();
  std::jthread([&] { EXPECT_TRUE(std::unique_lock(lock, std::try_to_lock)); }).join();
}

TEST(TicketLockTest, NeverRunsOutOfTickets) {
  constexpr int kRounds = 100'000;
  TicketLock lock;
  int sum = 0;
  for (int round = 0; round < kRounds; ++round) {
    if (!lock.try_lock()) break;
    ++sum;
    lock.unlock();
    const std::scoped_lock guard(lock);
    ++sum;
  }
  EXPECT_EQ(sum, 2 * kRounds);
}

// Numbers of 8 or 16 bits go round here: a thread that waits has a smaller one than the thread that holds the lock.
TEST(TicketLockTest, KeepsThreadsApartWhenItsNumbersGoRound) {
  TicketLock lock;
  int taken = 0;
  for (const int tickets : {1 << 8, 1 << 16}) {
    for (; taken < tickets - 2; ++taken) const std::scoped_lock guard(lock);
    std::atomic<std::size_t> got_in = 0;
    std::array<std::jthread, 2> threads;
    std::size_t waiting = 0;
    lock.lock();
    ASSERT_EQ(lock.waiting(), 0U);  // what is not written yet says so before a thread waits
    for (auto& thread : threads) {
      thread = std::jthread([&] {
        const std::scoped_lock guard(lock);
        ++got_in;
      });
      ++waiting;
      wait_until([&] { return lock.waiting() >= waiting || got_in > 0; });
    }
    EXPECT_EQ(got_in, 0U)
        << "a thread held the lock, and another one got in, after " << taken
        << " tickets: do the numbers go round here, and is the smaller one taken for the earlier one?";
    lock.unlock();
    for (auto& thread : threads) thread.join();
    taken += 3;
  }
}
