// Few threads and few items, but every interleaving: the explorer runs each body schedule by schedule.

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

#include "bounded_queue.h"
#include "fragile.h"
#include "lockstep/explore.h"

namespace {

using Box = std::unique_ptr<int>;

}  // namespace

TEST(ExploredQueueTest, HandsOverThroughOnePlace) {
  lockstep::explore([] {
    BoundedQueue<int> queue(1);
    std::jthread producer([&] {
      for (const int i : {1, 2, 3}) EXPECT_TRUE(queue.push(int{i}));
    });
    for (const int i : {1, 2, 3}) {
      EXPECT_EQ(queue.pop(), i)
          << "pop may return nothing only when the queue is closed. Is there always an item after a "
          << "wake-up, even after a spurious one?";
    }
  });
}

TEST(ExploredQueueTest, ServesTwoConsumersThroughOnePlace) {
  lockstep::explore([] {
    BoundedQueue<int> queue(1);
    std::optional<int> first;
    std::optional<int> second;
    {
      std::jthread one([&] { first = queue.pop(); });
      std::jthread two([&] { second = queue.pop(); });
      EXPECT_TRUE(queue.push(1));
      EXPECT_TRUE(queue.push(2));
    }
    EXPECT_EQ((std::multiset{first.value_or(0), second.value_or(0)}), (std::multiset{1, 2}));
  });
}

TEST(ExploredQueueTest, ServesTwoProducersThroughOnePlace) {
  lockstep::explore([] {
    BoundedQueue<int> queue(1);
    std::jthread one([&] { EXPECT_TRUE(queue.push(1)); });
    std::jthread two([&] { EXPECT_TRUE(queue.push(2)); });
    const int first = queue.pop().value_or(0);
    const int second = queue.pop().value_or(0);
    EXPECT_EQ((std::multiset{first, second}), (std::multiset{1, 2}));
  });
}

TEST(ExploredQueueTest, WakesAConsumerForEachItem) {
  lockstep::explore([] {
    BoundedQueue<int> queue(2);
    std::jthread one([&] { EXPECT_NE(queue.pop(), std::nullopt); });
    std::jthread two([&] { EXPECT_NE(queue.pop(), std::nullopt); });
    EXPECT_TRUE(queue.try_push(1));
    EXPECT_TRUE(queue.try_push(2));
  });
}

TEST(ExploredQueueTest, WakesAProducerForEachPlace) {
  lockstep::explore([] {
    BoundedQueue<int> queue(2);
    EXPECT_TRUE(queue.try_push(1));
    EXPECT_TRUE(queue.try_push(2));
    std::jthread one([&] { EXPECT_TRUE(queue.push(3)); });
    std::jthread two([&] { EXPECT_TRUE(queue.push(4)); });
    EXPECT_EQ(queue.try_pop(), 1);
    EXPECT_EQ(queue.try_pop(), 2);
  });
}

TEST(ExploredQueueTest, WakesAllConsumersWhenItIsClosed) {
  lockstep::explore([] {
    BoundedQueue<int> queue(1);
    std::jthread one([&] { EXPECT_EQ(queue.pop(), std::nullopt); });
    std::jthread two([&] { EXPECT_EQ(queue.pop(), std::nullopt); });
    queue.close();
  });
}

TEST(ExploredQueueTest, WakesAllProducersWhenItIsClosed) {
  lockstep::explore([] {
    BoundedQueue<Box> queue(1);
    EXPECT_TRUE(queue.push(std::make_unique<int>(1)));
    const auto refused = [&queue] {
      auto mine = std::make_unique<int>(2);
      EXPECT_FALSE(queue.push(std::move(mine)));
      EXPECT_NE(mine, nullptr) << "push returned false, but the item is gone";
    };
    {
      std::jthread one(refused);
      std::jthread two(refused);
      queue.close();
    }
    EXPECT_NE(queue.pop(), std::nullopt) << "an item that was inside must stay inside";
    EXPECT_EQ(queue.pop(), std::nullopt);
  });
}

TEST(ExploredQueueTest, DrainsWhileItIsClosed) {
  lockstep::explore([] {
    BoundedQueue<int> queue(2);
    std::vector<int> received;
    {
      std::jthread consumer([&] {
        while (const auto item = queue.pop()) received.push_back(*item);
      });
      for (const int i : {1, 2, 3}) EXPECT_TRUE(queue.push(int{i}));
      queue.close();
    }
    EXPECT_EQ(received, (std::vector{1, 2, 3}));
  });
}

TEST(ExploredQueueTest, LeavesAnItemThatCannotBeMovedToTheNextConsumer) {
  lockstep::explore([] {
    Moves moves;
    moves.first_by_a_stranger_throws = true;
    BoundedQueue<Fragile> queue(1);
    std::atomic<int> received = 0;
    std::atomic<int> failed = 0;
    const auto consume = [&] {
      try {
        if (queue.pop().has_value()) ++received;
      } catch (const std::runtime_error&) {
        ++failed;
      }
    };
    {
      std::jthread one(consume);
      std::jthread two(consume);  // waits for ever if the notification is lost with the other thread's exception
      EXPECT_TRUE(queue.push(Fragile(1, moves)));
    }
    EXPECT_EQ(failed, 1);
    EXPECT_EQ(received, 1);
  });
}

TEST(ExploredQueueTest, LeavesAPlaceThatWasNotTakenToTheNextProducer) {
  lockstep::explore([] {
    Moves good;
    Moves moves;
    moves.left = 0;
    BoundedQueue<Fragile> queue(1);
    EXPECT_TRUE(queue.push(Fragile(1, good)));
    std::atomic<int> pushed = 0;
    std::atomic<int> failed = 0;
    const auto produce = [&] {
      try {
        if (queue.push(Fragile(2, moves))) ++pushed;
      } catch (const std::runtime_error&) {
        ++failed;
      }
    };
    {
      std::jthread one(produce);
      std::jthread two(produce);  // waits for ever if the notification is lost with the other thread's exception
      EXPECT_TRUE(queue.try_pop().has_value());
    }
    EXPECT_EQ(failed, 1);
    EXPECT_EQ(pushed, 1);
  });
}
