// Tests that depend on time. The explorer's time is virtual: hours cost nothing, and a timeout expires exactly on time.

#include <gtest/gtest.h>

#include <optional>
#include <thread>

#include "bounded_queue.h"
#include "lockstep/explore.h"
#include "virtual_time.h"

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

}  // namespace

TEST(ExploredTimeTest, TimeoutEndsWhenItIsDue) {
  lockstep::explore([] {
    BoundedQueue<int> queue(1);
    const StopWatch popping;
    EXPECT_EQ(queue.pop_for(20ms), std::nullopt);
    popping.expect_elapsed(20ms, "pop_for(20ms) on an empty queue");

    EXPECT_TRUE(queue.push_for(1, 20ms));
    const StopWatch pushing;
    EXPECT_FALSE(queue.push_for(2, 20ms));
    pushing.expect_elapsed(20ms, "push_for(20ms) on a full queue");

    const StopWatch not_waiting;
    EXPECT_FALSE(queue.push_for(2, -20ms));
    EXPECT_FALSE(queue.try_push(2));
    EXPECT_EQ(queue.pop_for(20ms), 1);
    EXPECT_EQ(queue.pop_for(0ms), std::nullopt);
    not_waiting.expect_elapsed(0ms, "where there is nothing to wait for, or no timeout");
  });
}

TEST(ExploredTimeTest, TimeoutIsNotRenewedByAWakeUp) {
  lockstep::explore([] {
    BoundedQueue<int> queue(1);
    std::jthread other([&] {
      std::this_thread::sleep_for(15ms);
      if (queue.try_push(1)) (void)queue.try_pop();  // a thread that this wakes may come too late
    });
    const StopWatch watch;
    if (!queue.pop_for(20ms)) watch.expect_elapsed(20ms, "pop_for(20ms), woken for nothing after 15 ms");
  });
}

TEST(ExploredTimeTest, EndlessTimeoutWaitsForAnItem) {
  lockstep::explore([] {
    BoundedQueue<int> queue(1);
    std::jthread producer([&] {
      std::this_thread::sleep_for(3ms);
      EXPECT_TRUE(queue.push(1));
    });
    EXPECT_EQ(queue.pop_for(milliseconds::max()), 1)
        << "the timeout is endless, and there is an item after 3 ms. What is now() + timeout?";
  });
}

TEST(ExploredTimeTest, EndlessTimeoutWaitsForAPlace) {
  lockstep::explore([] {
    BoundedQueue<int> queue(1);
    EXPECT_TRUE(queue.push(1));
    std::jthread consumer([&] {
      std::this_thread::sleep_for(3ms);
      EXPECT_EQ(queue.pop(), 1);
    });
    EXPECT_TRUE(queue.push_for(2, milliseconds::max()))
        << "the timeout is endless, and there is a place after 3 ms. What is now() + timeout?";
  });
}

TEST(ExploredTimeTest, IsWokenAtOnce) {
  lockstep::explore([] {
    BoundedQueue<int> queue(1);
    const StopWatch watch;
    std::jthread producer([&] {
      std::this_thread::sleep_for(1'234'567ns);
      EXPECT_TRUE(queue.push(1));
    });
    EXPECT_EQ(queue.pop(), 1);
    watch.expect_elapsed(1'234'567ns, "pop, of an item that came after 1'234'567 ns");
  });
}

TEST(ExploredTimeTest, TheClosingEndsAnyTimeout) {
  lockstep::explore([] {
    BoundedQueue<int> queue(1);
    const StopWatch watch;
    std::jthread consumer([&] {
      EXPECT_EQ(queue.pop_for(24h), std::nullopt);
      watch.expect_elapsed(2ms, "pop_for(24h), of a queue that was closed after 2 ms");
    });
    std::this_thread::sleep_for(2ms);
    queue.close();
  });
}
