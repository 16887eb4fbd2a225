#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <stdexcept>

#include "bounded_queue.h"
#include "fragile.h"

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

using Box = std::unique_ptr<int>;

}  // namespace

TEST(QueueTest, RefusesACapacityOfZero) {
  EXPECT_THROW(BoundedQueue<int>(0), std::invalid_argument);
  EXPECT_NO_THROW(BoundedQueue<int>(1));
}

TEST(QueueTest, GivesFirstWhatCameFirst) {
  BoundedQueue<int> queue(3);
  EXPECT_TRUE(queue.push(0));
  for (int i = 1; i < 20; ++i) {
    EXPECT_TRUE(queue.push(int{i}));
    EXPECT_EQ(queue.pop(), i - 1);
  }
  EXPECT_EQ(queue.pop(), 19);
  EXPECT_EQ(queue.try_pop(), std::nullopt);
}

TEST(QueueTest, HoldsNoMoreThanItsCapacity) {
  for (const int capacity : {1, 2, 3, 7}) {
    BoundedQueue<int> queue(static_cast<std::size_t>(capacity));
    for (int i = 0; i < capacity; ++i) EXPECT_TRUE(queue.try_push(int{i})) << "item " << i << " of " << capacity;
    EXPECT_FALSE(queue.try_push(99)) << "a queue of capacity " << capacity << " took one item more";
    EXPECT_FALSE(queue.push_for(99, 0ms)) << "a queue of capacity " << capacity << " took one item more";
    EXPECT_EQ(queue.try_pop(), 0);
    EXPECT_TRUE(queue.try_push(99)) << "there is a free place again";
  }
}

TEST(QueueTest, CarriesItemsThatCanOnlyBeMoved) {
  BoundedQueue<Box> queue(3);
  EXPECT_TRUE(queue.push(std::make_unique<int>(1)));
  EXPECT_TRUE(queue.try_push(std::make_unique<int>(2)));
  EXPECT_TRUE(queue.push_for(std::make_unique<int>(3), 1ms));
  EXPECT_EQ(**queue.pop(), 1);
  EXPECT_EQ(**queue.try_pop(), 2);
  EXPECT_EQ(**queue.pop_for(1ms), 3);
}

TEST(QueueTest, LeavesARefusedItemWithTheCaller) {
  BoundedQueue<Box> queue(1);
  ASSERT_TRUE(queue.push(std::make_unique<int>(1)));
  auto mine = std::make_unique<int>(2);
  EXPECT_FALSE(queue.try_push(std::move(mine)));
  EXPECT_NE(mine, nullptr) << "the queue is full and try_push returned false, but the item is gone";
  mine = std::make_unique<int>(2);
  EXPECT_FALSE(queue.push_for(std::move(mine), 0ms));
  EXPECT_NE(mine, nullptr) << "the queue is full and push_for returned false, but the item is gone";

  queue.close();
  mine = std::make_unique<int>(2);
  EXPECT_FALSE(queue.push(std::move(mine)));
  EXPECT_NE(mine, nullptr) << "the queue is closed and push returned false, but the item is gone";
  mine = std::make_unique<int>(2);
  EXPECT_FALSE(queue.try_push(std::move(mine)));
  EXPECT_NE(mine, nullptr) << "the queue is closed and try_push returned false, but the item is gone";
  mine = std::make_unique<int>(2);
  EXPECT_FALSE(queue.push_for(std::move(mine), 1ms));
  EXPECT_NE(mine, nullptr) << "the queue is closed and push_for returned false, but the item is gone";
}

TEST(QueueTest, LetsNothingInOnceItIsClosed) {
  BoundedQueue<int> queue(2);
  queue.close();
  queue.close();  // closing twice is allowed
  EXPECT_FALSE(queue.push(1));
  EXPECT_FALSE(queue.try_push(1));
  EXPECT_FALSE(queue.push_for(1, 1ms));
  EXPECT_EQ(queue.pop(), std::nullopt);
  EXPECT_EQ(queue.try_pop(), std::nullopt);
  EXPECT_EQ(queue.pop_for(1ms), std::nullopt);
}

TEST(QueueTest, GivesWhatIsInsideAlsoAfterTheClosing) {
  BoundedQueue<int> queue(3);
  for (const int i : {1, 2, 3}) ASSERT_TRUE(queue.push(int{i}));
  queue.close();
  EXPECT_EQ(queue.pop(), 1) << "closing the queue must not lose what was pushed before";
  EXPECT_EQ(queue.try_pop(), 2);
  EXPECT_EQ(queue.pop_for(0ms), 3);
  EXPECT_EQ(queue.pop(), std::nullopt) << "the queue is closed and empty: pop must not wait";
}

TEST(QueueTest, DoesNotWaitWithoutATimeout) {
  BoundedQueue<int> queue(1);
  for (const milliseconds timeout : {0ms, -1ms, milliseconds::min()}) {
    EXPECT_EQ(queue.pop_for(timeout), std::nullopt) << "a timeout of " << timeout.count() << " ms";
    EXPECT_TRUE(queue.push_for(1, timeout)) << "there is a place: push_for must not wait";
    EXPECT_FALSE(queue.push_for(2, timeout)) << "a timeout of " << timeout.count() << " ms";
    EXPECT_EQ(queue.pop_for(timeout), 1) << "there is an item: pop_for must not wait";
  }
}

TEST(QueueTest, LosesNothingWhenAnItemCannotBeMovedIn) {
  Moves moves;
  for (int good_moves = 0;; ++good_moves) {
    ASSERT_LT(good_moves, 10) << "an item is moved ten times to get into the queue";
    BoundedQueue<Fragile> queue(2);
    Fragile item(7, moves);
    moves.left = good_moves;
    try {
      const bool inside = queue.push(std::move(item));
      moves.left = 100;
      EXPECT_TRUE(inside);
      EXPECT_EQ(queue.try_pop().value().value(), 7);
      return;
    } catch (const std::runtime_error&) {
      moves.left = 100;
      EXPECT_EQ(item.value(), 7) << "push threw at move number " << good_moves + 1 << " of the item, and the caller's "
                                 << "item is gone: move it once, directly to its place";
      EXPECT_FALSE(queue.try_pop().has_value()) << "push threw, but there is an item inside";
      for (const int i : {1, 2}) {
        EXPECT_TRUE(queue.try_push(Fragile(i, moves))) << "push threw, but its place is not free again";
      }
    }
  }
}

TEST(QueueTest, LosesNothingWhenAnItemCannotBeMovedOut) {
  Moves moves;
  for (int good_moves = 0;; ++good_moves) {
    ASSERT_LT(good_moves, 10) << "an item is moved ten times to get out of the queue";
    BoundedQueue<Fragile> queue(2);
    moves.left = 100;
    for (const int i : {1, 2}) ASSERT_TRUE(queue.try_push(Fragile(i, moves)));
    moves.left = good_moves;
    try {
      const std::optional<Fragile> item = queue.pop();
      moves.left = 100;
      EXPECT_EQ(item.value().value(), 1);
      return;
    } catch (const std::runtime_error&) {
      moves.left = 100;
      const std::optional<Fragile> again = queue.try_pop();
      EXPECT_EQ(again.value().value(), 1)
          << "pop threw at move number " << good_moves + 1 << " of the item, and now the item is neither inside nor "
          << "with the caller. A `return` may move the item, too: by then it is too late";
    }
  }
}
