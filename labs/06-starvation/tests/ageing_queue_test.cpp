#include "ageing_queue.h"

#include <gtest/gtest.h>

#include <atomic>
#include <limits>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

/// Can be moved, and made of a number only: a queue has no reason to make one without an item.
class Parcel {
 public:
  explicit Parcel(int number) : number_(std::make_unique<int>(number)) {}
  [[nodiscard]] int number() const { return *number_; }

 private:
  std::unique_ptr<int> number_;
};

constexpr int kOften = 1000;  // more often than a case passes over an item

/// Takes out all items, each a letter.
std::string drained(AgeingQueue<char>& queue) {
  std::string letters;
  while (const auto item = queue.try_pop()) letters += *item;
  return letters;
}

}  // namespace

TEST(AgeingQueueTest, HandsOutTheHighestPriorityFirst) {
  AgeingQueue<char> queue(kOften);
  queue.push(2, 'b');
  queue.push(3, 'a');
  queue.push(-7, 'd');
  queue.push(0, 'c');
  EXPECT_EQ(drained(queue), "abcd");
  queue.push(std::numeric_limits<int>::min(), 'f');
  queue.push(std::numeric_limits<int>::max(), 'e');
  EXPECT_EQ(drained(queue), "ef") << "any number is a priority";
}

TEST(AgeingQueueTest, OfTheSamePriorityTheFirstComesFirst) {
  AgeingQueue<char> queue(kOften);
  for (const char item : {'b', 'c', 'd', 'e', 'f'}) queue.push(1, item);
  queue.push(2, 'a');
  queue.push(1, 'g');
  EXPECT_EQ(drained(queue), "abcdefg");
}

TEST(AgeingQueueTest, PassesOverAnItemOnlySoOften) {
  for (const int most : {1, 2, 5}) {
    AgeingQueue<char> queue(most);
    queue.push(0, 'x');
    std::string order;
    for (int i = 0; i <= most; ++i) {
      queue.push(9, 'u');
      order += queue.pop();
    }
    EXPECT_EQ(order, std::string(static_cast<std::size_t>(most), 'u') + "x")
        << "it may be passed over so often: " << most;
  }
}

TEST(AgeingQueueTest, IsNotPassedOverByWhatCameBefore) {
  AgeingQueue<char> queue(1);
  queue.push(9, 'a');
  queue.push(0, 'c');
  queue.push(8, 'b');
  queue.push(7, 'd');
  EXPECT_EQ(drained(queue), "abcd") << "a was pushed before c: only b passes over c, and then c is due";
}

TEST(AgeingQueueTest, OfThoseThatAreDueTheFirstComesFirst) {
  AgeingQueue<char> queue(2);
  queue.push(0, 'c');
  queue.push(1, 'd');
  for (const char item : {'a', 'b', 'e'}) queue.push(9, item);
  EXPECT_EQ(drained(queue), "abcde") << "after a and b, both c and d are due, and c was pushed before d";
}

TEST(AgeingQueueTest, CountsForEachItem) {
  AgeingQueue<char> queue(2);
  queue.push(0, 'x');
  queue.push(9, 'a');
  EXPECT_EQ(queue.pop(), 'a');
  queue.push(0, 'y');
  queue.push(9, 'b');
  EXPECT_EQ(queue.pop(), 'b');
  queue.push(9, 'c');
  queue.push(9, 'd');
  EXPECT_EQ(drained(queue), "xcyd") << "x was passed over twice, by a and b; y by b and c";
}

TEST(AgeingQueueTest, WhatMayNotBePassedOverComesInTurn) {
  AgeingQueue<char> queue(0);
  queue.push(1, 'a');
  queue.push(3, 'b');
  queue.push(2, 'c');
  EXPECT_EQ(drained(queue), "abc");
}

TEST(AgeingQueueTest, RefusesFewerThanNoPasses) {
  for (const int most : {-1, -100}) EXPECT_THROW(AgeingQueue<char>{most}, std::invalid_argument) << most;
}

TEST(AgeingQueueTest, TakesItemsThatCannotBeCopied) {
  AgeingQueue<Parcel> queue(1);
  queue.push(1, Parcel(1));
  queue.push(2, Parcel(2));
  EXPECT_EQ(queue.pop().number(), 2);
  const auto item = queue.try_pop();
  ASSERT_TRUE(item);
  EXPECT_EQ(item->number(), 1);
  EXPECT_FALSE(queue.try_pop()) << "it is empty";
}

TEST(AgeingQueueTest, HandsOutEachItemOnce) {
  constexpr int kItems = 200;
  for (const int threads : {1, 2, 3}) {
    AgeingQueue<int> queue(3);
    std::vector<std::atomic<int>> handed_out(static_cast<std::size_t>(threads) * std::size_t{kItems});
    {
      std::vector<std::jthread> workers;
      workers.reserve(2 * static_cast<std::size_t>(threads));
      for (int t = 0; t < threads; ++t) {
        workers.emplace_back([&queue, t] {
          for (int i = 0; i < kItems; ++i) queue.push(i % 4, t * kItems + i);
        });
        workers.emplace_back([&] {
          for (int i = 0; i < kItems; ++i) ++handed_out[static_cast<std::size_t>(queue.pop())];
        });
      }
    }
    for (const auto& times : handed_out) ASSERT_EQ(times, 1) << threads << " threads push, as many pop";
    EXPECT_FALSE(queue.try_pop());
  }
}
