#include <gtest/gtest.h>

#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <stdexcept>
#include <thread>
#include <utility>

#include "fragile.h"
#include "gate.h"
#include "hooked_mutex.h"
#include "lockstep/explore.h"
#include "two_lock_queue.h"

namespace {

using Queue = TwoLockQueue<int, HookedMutex>;

/// Runs `held_up` on a thread that stops as soon as it holds its lock. Runs `goes_on` while that thread is stopped, and
/// then lets it continue.
template <class HeldUp, class GoesOn>
void while_one_end_is_held_up(const HeldUp& held_up, const GoesOn& goes_on) {
  Gate inside;
  Gate leave;
  std::jthread slow([&] {
    bool was_inside = false;
    const HookedMutex::Hooked hooked([&](const HookedMutex*) {
      if (std::exchange(was_inside, true)) return;
      inside.open();
      EXPECT_TRUE(leave.pass_within_the_hour()) << "while this end was stopped, with its lock held, the other end "
                                                   "could not go on: it waits for the same lock";
    });
    held_up();
    EXPECT_TRUE(was_inside) << "the operation locked nothing of type `Mutex`";
    if (!was_inside) inside.open();
  });
  inside.pass();
  goes_on();
  leave.open();
}

}  // namespace

TEST(ExploredTwoLockTest, PopsWhileAPushIsHeldUp) {
  lockstep::explore([] {
    Queue queue;
    queue.push(1);
    while_one_end_is_held_up([&] { queue.push(2); }, [&] { EXPECT_EQ(queue.try_pop(), 1); });
    EXPECT_EQ(queue.try_pop(), 2);
  });
}

TEST(ExploredTwoLockTest, SeesThatItIsEmptyWhileAPushIsHeldUp) {
  lockstep::explore([] {
    Queue queue;
    while_one_end_is_held_up([&] { queue.push(1); }, [&] { EXPECT_EQ(queue.try_pop(), std::nullopt); });
    EXPECT_EQ(queue.try_pop(), 1);
  });
}

TEST(ExploredTwoLockTest, PushesWhileAPopIsHeldUp) {
  lockstep::explore([] {
    Queue queue;
    queue.push(1);
    while_one_end_is_held_up([&] { EXPECT_EQ(queue.try_pop(), 1); }, [&] { queue.push(2); });
    EXPECT_EQ(queue.try_pop(), 2);
  });
}

TEST(ExploredTwoLockTest, PushesIntoTheEmptyQueueWhileAPopIsHeldUp) {
  lockstep::explore([] {
    Queue queue;
    while_one_end_is_held_up([&] { (void)queue.try_pop(); }, [&] { queue.push(1); });
  });
}

TEST(ExploredTwoLockTest, MeetsInTheEmptyQueue) {
  lockstep::explore([] {
    TwoLockQueue<std::unique_ptr<int>> queue;
    std::jthread producer([&] { queue.push(std::make_unique<int>(1)); });
    const auto item = queue.try_pop();
    if (item) {
      EXPECT_EQ(**item, 1);
      EXPECT_EQ(queue.try_pop(), std::nullopt);
    }
  });
}

TEST(ExploredTwoLockTest, MeetsInTheAlmostEmptyQueue) {
  lockstep::explore([] {
    TwoLockQueue<int> queue;
    queue.push(1);
    std::optional<int> second;
    {
      std::jthread producer([&] {
        queue.push(2);
        queue.push(3);
      });
      EXPECT_EQ(queue.try_pop(), 1);
      second = queue.try_pop();
    }
    if (!second) second = queue.try_pop();
    EXPECT_EQ(second, 2);
    EXPECT_EQ(queue.try_pop(), 3);
    EXPECT_EQ(queue.try_pop(), std::nullopt);
  });
}

TEST(ExploredTwoLockTest, TakesItemsFromTwoProducers) {
  lockstep::explore([] {
    TwoLockQueue<int> queue;
    {
      std::jthread one([&] { queue.push(1); });
      std::jthread two([&] { queue.push(2); });
    }
    const int first = queue.try_pop().value_or(0);
    const int second = queue.try_pop().value_or(0);
    EXPECT_EQ((std::multiset{first, second}), (std::multiset{1, 2}));
  });
}

TEST(ExploredTwoLockTest, GivesEachOfTwoConsumersAnItem) {
  lockstep::explore([] {
    TwoLockQueue<std::unique_ptr<int>> queue;
    queue.push(std::make_unique<int>(1));
    queue.push(std::make_unique<int>(2));
    std::multiset<int> received;
    std::mutex mutex;
    const auto consume = [&] {
      const auto item = queue.try_pop();
      const std::scoped_lock lock(mutex);
      if (item) received.insert(**item);
    };
    {
      std::jthread one(consume);
      std::jthread two(consume);
    }
    EXPECT_EQ(received, (std::multiset{1, 2}));
  });
}

TEST(ExploredTwoLockTest, LeavesNoLockLockedAfterAnException) {
  lockstep::explore([] {
    Moves moves;
    TwoLockQueue<Fragile> queue;
    moves.left = 0;
    EXPECT_THROW(queue.push(Fragile(1, moves)), std::runtime_error);
    queue.push(Fragile(2, moves));
    moves.left = 0;
    EXPECT_THROW((void)queue.try_pop(), std::runtime_error);
    EXPECT_TRUE(queue.try_pop().has_value());
  });
}
