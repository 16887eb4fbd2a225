#include "two_lock_queue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

#include "fragile.h"
#include "hooked_mutex.h"
#include "small_stack.h"

namespace {

constexpr int kThreadCounts[] = {1, 2, 3, 4, 5, 7, 11, 13};
constexpr int kItems = 100;

}  // namespace

TEST(TwoLockTest, GivesFirstWhatCameFirst) {
  TwoLockQueue<int> queue;
  EXPECT_EQ(queue.try_pop(), std::nullopt);
  queue.push(1);
  queue.push(2);
  EXPECT_EQ(queue.try_pop(), 1);
  queue.push(3);
  EXPECT_EQ(queue.try_pop(), 2);
  EXPECT_EQ(queue.try_pop(), 3);
  EXPECT_EQ(queue.try_pop(), std::nullopt);
  queue.push(4);
  EXPECT_EQ(queue.try_pop(), 4) << "this item was pushed after the queue had been empty";
}

TEST(TwoLockTest, CarriesItemsThatCanOnlyBeMoved) {
  TwoLockQueue<std::unique_ptr<int>> queue;
  queue.push(std::make_unique<int>(1));
  EXPECT_EQ(**queue.try_pop(), 1);
}

TEST(TwoLockTest, DestroysWhatIsLeftInside) {
  const auto item = std::make_shared<int>(1);
  {
    TwoLockQueue<std::shared_ptr<int>> queue;
    for (int i = 0; i < 3; ++i) queue.push(item);
    (void)queue.try_pop();
    EXPECT_EQ(item.use_count(), 3) << "the queue still holds an item that was popped";
  }
  EXPECT_EQ(item.use_count(), 1) << "the queue is destroyed, so the items that were still inside must be destroyed too";
}

TEST(TwoLockTest, DestroysALongQueue) {
  // If each node's destructor destroys the next node, the recursion is as deep as the queue is long: too deep for the
  // stack.
  run_on_a_small_stack([] {
    TwoLockQueue<int> queue;
    for (int i = 0; i < 50'000; ++i) queue.push(i);
    EXPECT_EQ(queue.try_pop(), 0);
  });
}

TEST(TwoLockTest, LosesNothingWhenAnItemCannotBeMovedIn) {
  Moves moves;
  for (int good_moves = 0;; ++good_moves) {
    ASSERT_LT(good_moves, 10) << "an item is moved ten times to get into the queue";
    TwoLockQueue<Fragile> queue;
    queue.push(Fragile(1, moves));
    moves.left = good_moves;
    bool inside = false;
    try {
      queue.push(Fragile(2, moves));
      inside = true;
    } catch (const std::runtime_error&) {
    }
    moves.left = 100;
    queue.push(Fragile(3, moves));  // waits for ever if the exception left a lock locked
    EXPECT_EQ(queue.try_pop().value().value(), 1);
    if (inside) {
      EXPECT_EQ(queue.try_pop().value().value(), 2);
    }
    const auto last = queue.try_pop();
    ASSERT_TRUE(last.has_value()) << "try_pop does not find an item that was pushed after an exception";
    EXPECT_EQ(last->value(), 3) << "push threw, but there is an item inside";
    if (inside) return;
  }
}

TEST(TwoLockTest, LosesNothingWhenAnItemCannotBeMovedOut) {
  Moves moves;
  for (int good_moves = 0;; ++good_moves) {
    ASSERT_LT(good_moves, 10) << "an item is moved ten times to get out of the queue";
    TwoLockQueue<Fragile> queue;
    moves.left = 100;
    for (const int i : {1, 2}) queue.push(Fragile(i, moves));
    moves.left = good_moves;
    try {
      const std::optional<Fragile> item = queue.try_pop();
      moves.left = 100;
      EXPECT_EQ(item.value().value(), 1);
      return;
    } catch (const std::runtime_error&) {
      moves.left = 100;
      const std::optional<Fragile> again = queue.try_pop();
      EXPECT_EQ(again.value().value(), 1)
          << "try_pop threw at move number " << good_moves + 1
          << " of the item, and now the item is neither inside nor "
          << "with the caller. A `return` may move the item, too: by then it is too late";
    }
  }
}

TEST(TwoLockTest, HasALockForEachEnd) {
  std::set<const HookedMutex*> pushing;
  std::set<const HookedMutex*> popping;
  TwoLockQueue<int, HookedMutex> queue;
  for (int i = 0; i < 3; ++i) {
    {
      const HookedMutex::Hooked hooked([&](const HookedMutex* mutex) { pushing.insert(mutex); });
      queue.push(i);
    }
    const HookedMutex::Hooked hooked([&](const HookedMutex* mutex) { popping.insert(mutex); });
    EXPECT_EQ(queue.try_pop(), i);
    EXPECT_EQ(queue.try_pop(), std::nullopt);
  }
  EXPECT_EQ(pushing.size(), 1U) << "this is how many objects of type `Mutex` push locks";
  EXPECT_EQ(popping.size(), 1U) << "this is how many objects of type `Mutex` try_pop locks";
  EXPECT_NE(pushing, popping) << "push and try_pop lock the same mutex";
}

TEST(TwoLockTest, HandsOutEachItemOnceInTheOrderOfItsProducer) {
  for (const int threads : kThreadCounts) {
    TwoLockQueue<int> queue;
    const int all = threads * kItems;
    std::atomic<int> popped = 0;
    std::vector<std::vector<int>> received(static_cast<std::size_t>(threads));
    {
      std::vector<std::jthread> busy;
      busy.reserve(received.size());
      for (auto& mine : received) {
        busy.emplace_back([&] {
          while (popped < all) {
            if (const auto item = queue.try_pop()) {
              ++popped;
              mine.push_back(*item);
            } else {
              std::this_thread::yield();
            }
          }
        });
      }
      for (int p = 0; p < threads; ++p) {
        busy.emplace_back([&, p] {
          for (int i = 0; i < kItems; ++i) queue.push(p * kItems + i);
        });
      }
    }
    std::vector<int> times(static_cast<std::size_t>(all));
    for (const auto& mine : received) {
      std::vector<int> last(static_cast<std::size_t>(threads), -1);
      for (const int item : mine) {
        ++times.at(static_cast<std::size_t>(item));
        int& previous = last.at(static_cast<std::size_t>(item / kItems));
        EXPECT_LT(previous, item)
            << "a consumer got an item after another item that the same producer had pushed later";
        previous = item;
      }
    }
    EXPECT_EQ(std::ranges::count(times, 1), all) << "an item was lost, or came out twice";
  }
}
