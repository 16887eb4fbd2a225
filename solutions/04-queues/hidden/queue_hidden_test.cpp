#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "bounded_queue.h"
#include "fragile.h"
#include "two_lock_queue.h"

namespace {

using namespace std::chrono_literals;

/// Destroys a queue while the moves of the items inside throw.
template <class Queue>
void destroy_with_items_that_cannot_be_moved(std::unique_ptr<Queue> queue, Moves& moves) {
  moves.left = 0;
  queue.reset();
  EXPECT_EQ(moves.left, 0) << "an item was moved";
}

/// How many there are, of which moved ones count until they are destroyed.
class Living {
 public:
  explicit Living(int& living) : living_(&living) { ++*living_; }
  Living(Living&& other) noexcept : living_(other.living_) { ++*living_; }
  Living& operator=(Living&&) noexcept { return *this; }
  Living(const Living&) = delete;
  Living& operator=(const Living&) = delete;
  ~Living() { --*living_; }

 private:
  int* living_;
};

}  // namespace

TEST(HiddenQueueTest, PlacesComeRoundAgainAndAgain) {
  for (const int capacity : {1, 2, 5, 64}) {
    BoundedQueue<std::string> queue(static_cast<std::size_t>(capacity));
    int in = 0;
    int out = 0;
    for (int round = 0; round < 50; ++round) {
      while (queue.try_push(std::string(100, 'x') + std::to_string(in))) ++in;
      EXPECT_EQ(in - out, capacity);
      for (int i = 0; i <= round % capacity; ++i) {
        EXPECT_EQ(queue.pop(), std::string(100, 'x') + std::to_string(out));
        ++out;
      }
    }
  }
}

TEST(HiddenQueueTest, LosesNothingThroughAnyForm) {
  Moves moves;
  for (int form = 0; form < 3; ++form) {
    for (int good_moves = 0; good_moves < 6; ++good_moves) {
      BoundedQueue<Fragile> queue(1);
      Fragile item(5, moves);
      int found = 0;
      moves.left = good_moves;
      try {
        const bool inside = form == 0   ? queue.push(std::move(item))
                            : form == 1 ? queue.try_push(std::move(item))
                                        : queue.push_for(std::move(item), 1h);
        EXPECT_TRUE(inside);
        const std::optional<Fragile> popped = form == 0 ? queue.pop() : form == 1 ? queue.try_pop() : queue.pop_for(1h);
        if (popped.has_value() && popped->value() == 5) ++found;
      } catch (const std::runtime_error&) {
      }
      moves.left = 100;
      if (item.value() == 5) ++found;  // NOLINT(bugprone-use-after-move): a refused item stays with its owner
      const std::optional<Fragile> inside = queue.try_pop();
      if (inside.has_value() && inside->value() == 5) ++found;
      EXPECT_EQ(found, 1) << "form " << form << ", " << good_moves
                          << " good moves: this is in how many places the item is";
    }
  }
}

TEST(HiddenQueueTest, WhatIsLeftInsideIsDestroyed) {
  const auto item = std::make_shared<int>(1);
  {
    BoundedQueue<std::shared_ptr<int>> queue(4);
    for (int i = 0; i < 4; ++i) EXPECT_TRUE(queue.push(std::shared_ptr<int>(item)));
    (void)queue.pop();
    EXPECT_EQ(item.use_count(), 4) << "the queue still holds an item that was popped";
    queue.close();
  }
  EXPECT_EQ(item.use_count(), 1);
}

TEST(HiddenQueueTest, AChainOfQueuesHandsEverythingOn) {
  constexpr int kStages = 6;
  constexpr int kItems = 300;
  std::vector<std::unique_ptr<BoundedQueue<int>>> queues;
  for (int i = 0; i <= kStages; ++i) queues.push_back(std::make_unique<BoundedQueue<int>>(1));
  std::vector<std::jthread> stages;
  for (std::size_t i = 0; i < kStages; ++i) {
    stages.emplace_back([&, i] {
      while (auto item = queues[i]->pop()) EXPECT_TRUE(queues[i + 1]->push(*item + 1));
      queues[i + 1]->close();
    });
  }
  stages.emplace_back([&] {
    for (int i = 0; i < kItems; ++i) EXPECT_TRUE(queues[0]->push(int{i}));
    queues[0]->close();
  });
  int expected = kStages;
  while (const auto item = queues[kStages]->pop()) EXPECT_EQ(*item, expected++);
  EXPECT_EQ(expected, kItems + kStages);
}

TEST(HiddenQueueTest, IsDestroyedWithoutMovingWhatIsLeft) {
  Moves moves;
  auto bounded = std::make_unique<BoundedQueue<Fragile>>(3);
  auto with_two_locks = std::make_unique<TwoLockQueue<Fragile>>();
  for (const int item : {1, 2}) {
    EXPECT_TRUE(bounded->push(Fragile(item, moves)));
    with_two_locks->push(Fragile(item, moves));
  }
  destroy_with_items_that_cannot_be_moved(std::move(bounded), moves);
  destroy_with_items_that_cannot_be_moved(std::move(with_two_locks), moves);
}

TEST(HiddenTwoLockTest, KeepsNothingOfAnItemThatWasPopped) {
  int living = 0;
  TwoLockQueue<Living> queue;
  for (int i = 0; i < 2; ++i) queue.push(Living(living));
  EXPECT_EQ(living, 2);
  for (const int left : {1, 0}) {
    EXPECT_TRUE(queue.try_pop().has_value());
    EXPECT_EQ(living, left) << "the queue still holds an item that was popped";
  }
}
