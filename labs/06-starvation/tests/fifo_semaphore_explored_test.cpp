#include <gtest/gtest.h>

#include <thread>

#include "arrivals.h"
#include "fifo_semaphore.h"
#include "lockstep/explore.h"

TEST(ExploredFifoSemaphoreTest, OneUnitIsALock) {
  lockstep::explore([] {
    FifoSemaphore semaphore(1);
    int sum = 0;  // guarded by the unit
    const auto add = [&] {
      semaphore.acquire();
      ++sum;
      semaphore.release();
    };
    {
      const std::jthread other(add);
      add();
    }
    EXPECT_EQ(sum, 2);
    EXPECT_TRUE(semaphore.try_acquire());
    EXPECT_FALSE(semaphore.try_acquire());
  });
}

TEST(ExploredFifoSemaphoreTest, ServesInTheOrderOfArrival) {
  lockstep::explore(
      [] {
        FifoSemaphore semaphore(0);
        Order order;
        const auto visit = [&](char thread) {
          semaphore.acquire();
          order.note(thread);
          semaphore.release();
        };
        {
          const std::jthread first(visit, 'a');
          wait_until([&] { return semaphore.waiting() == 1; });
          const std::jthread second(visit, 'b');
          wait_until([&] { return semaphore.waiting() == 2; });
          semaphore.release();
        }
        EXPECT_EQ(order.text(), "ab") << "a waited before b came";
      },
      kAll);
}

TEST(ExploredFifoSemaphoreTest, NobodyOvertakesAThreadThatWaits) {
  lockstep::explore([] {
    FifoSemaphore semaphore(0);
    bool served = false;  // guarded by the unit
    const std::jthread waits([&] {
      semaphore.acquire();
      served = true;
      semaphore.release();
    });
    wait_until([&] { return semaphore.waiting() == 1; });
    semaphore.release();
    semaphore.acquire();
    EXPECT_TRUE(served) << "a thread overtook one that waited: it had just released the unit, and took it back";
  });
}

TEST(ExploredFifoSemaphoreTest, ATryOvertakesNobody) {
  lockstep::explore([] {
    FifoSemaphore semaphore(0);
    const std::jthread waits([&] { semaphore.acquire(); });
    wait_until([&] { return semaphore.waiting() == 1; });
    semaphore.release();
    EXPECT_FALSE(semaphore.try_acquire()) << "the unit belongs to the thread that waited when it was released";
  });
}

TEST(ExploredFifoSemaphoreTest, LetsAsManyGoOnAsThereAreUnitsFor) {
  lockstep::explore(
      [] {
        FifoSemaphore semaphore(0);
        {
          const std::jthread first([&] { semaphore.acquire(); });
          const std::jthread second([&] { semaphore.acquire(); });
          wait_until([&] { return semaphore.waiting() == 2; });
          // If one of them waits for ever, it slept on while there was a unit for it.
          semaphore.release(2);
        }
        EXPECT_FALSE(semaphore.try_acquire()) << "two were released, and two are taken";
      },
      kAll);
}
