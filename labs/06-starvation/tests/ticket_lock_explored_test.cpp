#include <gtest/gtest.h>

#include <mutex>
#include <string>
#include <thread>

#include "arrivals.h"
#include "lockstep/explore.h"
#include "ticket_lock.h"

TEST(ExploredTicketLockTest, OneThreadAtATimeHasIt) {
  lockstep::explore(
      [] {
        TicketLock lock;
        int sum = 0;  // guarded by lock
        const auto add = [&] {
          const std::scoped_lock guard(lock);
          ++sum;
        };
        {
          const std::jthread other(add);
          const std::jthread another(add);
          add();
        }
        EXPECT_EQ(sum, 3);
      },
      kAll);
}

TEST(ExploredTicketLockTest, OneThreadAtATimeHasItAfterATry) {
  lockstep::explore(
      [] {
        TicketLock lock;
        int sum = 0;  // guarded by lock
        {
          const std::jthread other([&] {
            const std::scoped_lock guard(lock);
            ++sum;
          });
          const std::jthread third([&] {
            if (!lock.try_lock()) return;
            ++sum;
            lock.unlock();
          });
          const std::scoped_lock guard(lock);
          ++sum;
        }
        EXPECT_TRUE(sum == 2 || sum == 3) << "two threads took the lock, and one tried: " << sum;
      },
      kAll);
}

TEST(ExploredTicketLockTest, ServesInTheOrderOfArrival) {
  lockstep::explore([] {
    TicketLock lock;
    std::string order;  // guarded by lock
    const auto visit = [&](char thread) {
      const std::scoped_lock guard(lock);
      order += thread;
    };
    lock.lock();
    std::jthread first(visit, 'a');
    wait_until([&] { return lock.waiting() == 1; });
    std::jthread second(visit, 'b');
    wait_until([&] { return lock.waiting() == 2; });
    lock.unlock();
    first.join();
    second.join();
    EXPECT_EQ(order, "ab") << "a had its ticket before b came";
  });
}

TEST(ExploredTicketLockTest, NobodyOvertakesAThreadThatWaits) {
  lockstep::explore([] {
    TicketLock lock;
    bool served = false;  // guarded by lock
    lock.lock();
    const std::jthread waits([&] {
      const std::scoped_lock guard(lock);
      served = true;
    });
    wait_until([&] { return lock.waiting() == 1; });
    lock.unlock();
    const std::scoped_lock again(lock);
    EXPECT_TRUE(served) << "a thread overtook one that had its ticket: it had just unlocked, and locked again";
  });
}

TEST(ExploredTicketLockTest, ATryOvertakesNobody) {
  lockstep::explore([] {
    TicketLock lock;
    bool served = false;  // guarded by lock
    lock.lock();
    const std::jthread waits([&] {
      const std::scoped_lock guard(lock);
      served = true;
    });
    wait_until([&] { return lock.waiting() == 1; });
    lock.unlock();
    const std::unique_lock again(lock, std::try_to_lock);
    if (again) {
      EXPECT_TRUE(served) << "a try overtook a thread that had its ticket";
    }
  });
}
