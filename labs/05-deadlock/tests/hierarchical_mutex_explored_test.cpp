#include <gtest/gtest.h>

#include <memory>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "hierarchical_mutex.h"
#include "lockstep/explore.h"

TEST(ExploredHierarchyTest, OneThreadAtATimeHasIt) {
  lockstep::explore([] {
    HierarchicalMutex mutex(1);
    int sum = 0;
    const auto add = [&] {
      const std::scoped_lock lock(mutex);
      ++sum;
    };
    std::jthread(add).join();
    {
      const std::jthread other(add);
      add();
    }
    EXPECT_EQ(sum, 3);
  });
}

TEST(ExploredHierarchyTest, OneThreadAtATimeHasItAfterATry) {
  lockstep::explore([] {
    HierarchicalMutex mutex(1);
    int sum = 0;
    const std::jthread other([&] {
      const std::scoped_lock lock(mutex);
      ++sum;
    });
    if (mutex.try_lock()) {
      ++sum;
      mutex.unlock();
    }
  });
}

TEST(ExploredHierarchyTest, TheLastOfItsThreadsMayDestroyIt) {
  struct Shared {
    HierarchicalMutex mutex{1};
    int users = 2;  // guarded by mutex
  };
  lockstep::explore([] {
    auto shared = std::make_unique<Shared>();
    const auto leave = [&shared] {
      bool is_last = false;
      {
        const std::scoped_lock lock(shared->mutex);
        is_last = --shared->users == 0;
      }
      // Nobody holds the mutex any more. An unlock that uses it after it has given it free comes too late.
      if (is_last) shared.reset();
    };
    const std::jthread other(leave);
    leave();
  });
}

TEST(ExploredHierarchyTest, OppositeOrdersAreRefusedInEverySchedule) {
  lockstep::explore([] {
    HierarchicalMutex high(2);
    HierarchicalMutex low(1);
    const std::jthread down([&] {
      const std::scoped_lock first(high);
      const std::scoped_lock second(low);
    });
    const std::scoped_lock first(low);
    EXPECT_THROW(high.lock(), std::logic_error) << "a refusal depends on what this thread holds, and on nothing else";
  });
}

TEST(ExploredHierarchyTest, RefusesBeforeItCouldWait) {
  lockstep::explore([] {
    HierarchicalMutex high(2);
    HierarchicalMutex low(1);
    const std::scoped_lock held(high);
    std::jthread([&] {
      const std::scoped_lock lock(low);
      // If this waits for ever, the order is checked too late: after the mutex was taken.
      EXPECT_THROW(high.lock(), std::logic_error);
      EXPECT_THROW((void)high.try_lock(), std::logic_error) << "the order counts also where a try would fail anyway";
    }).join();
  });
}
