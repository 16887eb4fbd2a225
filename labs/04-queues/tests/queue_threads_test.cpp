// A queue with many threads. The value of each item is producer * kItems + its number there, so that it says where it
// came from.

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include "bounded_queue.h"

namespace {

using namespace std::chrono_literals;

constexpr int kThreadCounts[] = {1, 2, 3, 4, 5, 7, 11, 13};
constexpr int kItems = 60;

/// The items of one consumer, in the order in which it popped them.
using Received = std::vector<int>;

void expect_each_once(const std::vector<Received>& all, int producers) {
  std::vector<int> times(static_cast<std::size_t>(producers) * kItems);
  for (const Received& received : all) {
    for (const int item : received) ++times.at(static_cast<std::size_t>(item));
  }
  EXPECT_EQ(std::ranges::count(times, 1), std::ssize(times)) << "an item was lost, or came out twice";
}

void expect_order_of_each_producer(const Received& received, int producers) {
  std::vector<int> last(static_cast<std::size_t>(producers), -1);
  for (const int item : received) {
    int& previous = last.at(static_cast<std::size_t>(item / kItems));
    EXPECT_LT(previous, item) << "a consumer got an item after another item that the same producer had pushed later";
    previous = item;
  }
}

template <class Push>
void produce(int producer, const Push& push) {
  for (int i = 0; i < kItems; ++i) {
    if (!push(producer * kItems + i)) return;
  }
}

template <class Pop>
Received consume(const Pop& pop) {
  Received received;
  while (const auto item = pop()) received.push_back(*item);
  return received;
}

}  // namespace

TEST(QueueThreadsTest, HandsOutEachItemOnceInTheOrderOfItsProducer) {
  for (const int threads : kThreadCounts) {
    BoundedQueue<int> queue(2);
    std::vector<Received> received(static_cast<std::size_t>(threads));
    {
      std::vector<std::jthread> consumers;
      consumers.reserve(received.size());
      for (Received& mine : received) consumers.emplace_back([&] { mine = consume([&] { return queue.pop(); }); });
      {
        std::vector<std::jthread> producers;
        producers.reserve(received.size());
        for (int p = 0; p < threads; ++p) {
          producers.emplace_back([&, p] { produce(p, [&](int item) { return queue.push(int{item}); }); });
        }
      }
      queue.close();
    }
    expect_each_once(received, threads);
    for (const Received& mine : received) expect_order_of_each_producer(mine, threads);
  }
}

TEST(QueueThreadsTest, TimedFormsHandOutEachItemOnce) {
  for (const int threads : kThreadCounts) {
    BoundedQueue<int> queue(3);
    std::vector<Received> received(static_cast<std::size_t>(threads));
    {
      std::vector<std::jthread> consumers;
      consumers.reserve(received.size());
      for (Received& mine : received)
        consumers.emplace_back([&] { mine = consume([&] { return queue.pop_for(1h); }); });
      {
        std::vector<std::jthread> producers;
        producers.reserve(received.size());
        for (int p = 0; p < threads; ++p) {
          producers.emplace_back([&, p] { produce(p, [&](int item) { return queue.push_for(int{item}, 1h); }); });
        }
      }
      queue.close();
    }
    expect_each_once(received, threads);
  }
}

TEST(QueueThreadsTest, IsClosedWhileAllAreBusy) {
  for (const int threads : kThreadCounts) {
    BoundedQueue<int> queue(2);
    std::atomic<int> pushed = 0;
    std::atomic<int> popped = 0;
    {
      std::vector<std::jthread> busy;
      for (int i = 0; i < threads; ++i) {
        busy.emplace_back([&] {
          while (queue.push(1)) ++pushed;
        });
        busy.emplace_back([&] {
          while (queue.pop()) {
            if (++popped == 20) queue.close();
          }
        });
      }
    }
    EXPECT_EQ(popped, pushed) << "items that were pushed before close must be popped, even after it";
    EXPECT_GE(popped, 20);
  }
}
