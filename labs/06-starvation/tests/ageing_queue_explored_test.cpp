#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <thread>

#include "ageing_queue.h"
#include "arrivals.h"
#include "lockstep/explore.h"

TEST(ExploredAgeingQueueTest, PopWaitsForAnItem) {
  lockstep::explore([] {
    AgeingQueue<int> queue(1);
    const std::jthread consumer([&] { EXPECT_EQ(queue.pop(), 7); });
    queue.push(1, 7);
  });
}

TEST(ExploredAgeingQueueTest, NobodySleepsWhileThereIsAnItem) {
  lockstep::explore(
      [] {
        AgeingQueue<int> queue(1);
        const std::jthread consumer([&] { (void)queue.pop(); });
        const std::jthread other([&] { (void)queue.pop(); });
        // If one of the two waits for ever, nobody notified it of the second item.
        queue.push(1, 7);
        queue.push(1, 8);
      },
      kAll);
}

TEST(ExploredAgeingQueueTest, HandsOutEachItemOnce) {
  lockstep::explore([] {
    AgeingQueue<int> queue(1);
    queue.push(1, 7);
    std::optional<int> other_item;
    std::optional<int> item;
    {
      const std::jthread other([&] { other_item = queue.try_pop(); });
      item = queue.try_pop();
    }
    EXPECT_NE(item.has_value(), other_item.has_value()) << "one item was there, for one of two threads";
    EXPECT_EQ(item.value_or(other_item.value_or(0)), 7);
  });
}

TEST(ExploredAgeingQueueTest, ATryFindsNothingOnlyWhenNothingIsInside) {
  lockstep::explore([] {
    AgeingQueue<char> queue(1);
    queue.push(0, 'x');
    char taken = 0;
    bool empty = false;
    {
      const std::jthread other([&] { taken = queue.pop(); });
      empty = !queue.try_pop();
      queue.push(9, 'u');
    }
    if (empty) {
      EXPECT_EQ(taken, 'x') << "a try found the queue empty while x was inside: then u came, and was handed out first";
    } else {
      EXPECT_EQ(taken, 'u') << "x is gone already";
    }
  });
}

TEST(ExploredAgeingQueueTest, KeepsItsBoundWhileOthersPush) {
  lockstep::explore([] {
    AgeingQueue<char> queue(1);
    queue.push(0, 'x');
    std::string order;
    {
      const std::jthread pushes([&] {
        queue.push(9, 'u');
        queue.push(9, 'u');
      });
      order += queue.pop();
      order += queue.pop();
    }
    EXPECT_NE(order.find('x'), std::string::npos) << "x was passed over twice: " << order;
  });
}
