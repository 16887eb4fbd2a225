#include <gtest/gtest.h>

#include <mutex>
#include <shared_mutex>
#include <string>
#include <thread>
#include <vector>

#include "arrivals.h"
#include "fair_shared_mutex.h"
#include "fifo_semaphore.h"
#include "lockstep/explore.h"
#include "ticket_lock.h"
#include "writer_preference_mutex.h"

TEST(HiddenTicketLockTest, ServesThreeInTheOrderOfArrival) {
  lockstep::explore([] {
    TicketLock lock;
    std::string order;  // guarded by lock
    std::vector<std::jthread> threads;
    threads.reserve(3);
    lock.lock();
    for (const char name : {'a', 'b', 'c'}) {
      threads.emplace_back([&, name] {
        const std::scoped_lock guard(lock);
        order += name;
      });
      wait_until([&] { return lock.waiting() == threads.size(); });
    }
    lock.unlock();
    threads.clear();
    EXPECT_EQ(order, "abc");
  });
}

TEST(HiddenSemaphoreTest, ThreeUnitsServeTheFirstThree) {
  lockstep::explore([] {
    FifoSemaphore semaphore(0);
    Order order;
    std::vector<std::jthread> threads;
    threads.reserve(3);
    for (const char name : {'a', 'a', 'b'}) {
      threads.emplace_back([&, name] {
        semaphore.acquire();
        order.note(name);
      });
      wait_until([&] { return semaphore.waiting() == threads.size(); });
    }
    semaphore.release(2);
    threads[0].join();
    threads[1].join();
    EXPECT_EQ(order.text(), "aa") << "two units were released, for the two that came first";
    semaphore.release();
    threads.clear();
    EXPECT_EQ(order.text(), "aab");
  });
}

TEST(HiddenWriterPreferenceTest, ReadersWaitForTwoWriters) {
  lockstep::explore([] {
    WriterPreferenceMutex mutex;
    int writes = 0;  // guarded by mutex
    std::vector<std::jthread> threads;
    threads.reserve(3);
    mutex.lock();
    threads.emplace_back([&] {
      const std::shared_lock lock(mutex);
      EXPECT_EQ(writes, 2) << "two writers waited, and a reader got in before them";
    });
    wait_until([&] { return mutex.waiting_readers() == 1; });
    for (const std::size_t waiting : {1U, 2U}) {
      threads.emplace_back([&] {
        const std::scoped_lock lock(mutex);
        ++writes;
      });
      wait_until([&] { return mutex.waiting_writers() == waiting; });
    }
    mutex.unlock();
    threads.clear();
  });
}

TEST(HiddenFairSharedMutexTest, ServesReadersBetweenWriters) {
  lockstep::explore([] {
    FairSharedMutex mutex;
    Order order;
    std::vector<std::jthread> threads;
    threads.reserve(4);
    mutex.lock();
    for (const char name : {'v', 'r', 'r', 'w'}) {
      threads.emplace_back([&, name] {
        if (name == 'r') {
          const std::shared_lock lock(mutex);
          order.note(name);
        } else {
          const std::scoped_lock lock(mutex);
          order.note(name);
        }
      });
      wait_until([&] { return mutex.waiting() == threads.size(); });
    }
    mutex.unlock();
    threads.clear();
    EXPECT_EQ(order.text(), "vrrw");
  });
}
