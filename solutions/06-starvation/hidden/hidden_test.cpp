#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <vector>

#include "ageing_queue.h"
#include "fifo_semaphore.h"

namespace {

/// What ageing_queue.h promises, word by word.
class SlowQueue {
 public:
  explicit SlowQueue(int most_passes) : most_passes_(most_passes) {}

  void push(int priority, int item) { entries_.push_back({priority, 0, item}); }
  std::optional<int> try_pop() {
    if (entries_.empty()) return std::nullopt;
    std::size_t chosen = entries_.size();
    for (std::size_t i = entries_.size(); i-- > 0;) {
      if (entries_[i].passes == most_passes_) chosen = i;
    }
    if (chosen == entries_.size()) {
      chosen = 0;
      for (std::size_t i = 1; i < entries_.size(); ++i) {
        if (entries_[i].priority > entries_[chosen].priority) chosen = i;
      }
    }
    for (std::size_t i = 0; i < chosen; ++i) ++entries_[i].passes;
    const int item = entries_[chosen].item;
    entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(chosen));
    return item;
  }

 private:
  struct Entry {
    int priority;
    int passes;
    int item;
  };
  int most_passes_;
  std::vector<Entry> entries_;
};

}  // namespace

TEST(HiddenQueueTest, IsLikeASlowOne) {
  std::minstd_rand random(1);
  for (const int most : {0, 1, 2, 3, 7, 40}) {
    AgeingQueue<int> queue(most);
    SlowQueue slow(most);
    for (int i = 0; i < 2000; ++i) {
      if (random() % 9 < 5) {
        const int priority = static_cast<int>(random() % 6) - 3;
        queue.push(priority, i);
        slow.push(priority, i);
      } else {
        ASSERT_EQ(queue.try_pop(), slow.try_pop()) << "may be passed over so often: " << most;
      }
    }
    while (const auto item = slow.try_pop()) ASSERT_EQ(queue.pop(), *item);
    EXPECT_FALSE(queue.try_pop());
  }
}

TEST(HiddenSemaphoreTest, CountsManyUnits) {
  FifoSemaphore semaphore(100'000);
  for (int i = 0; i < 100'000; ++i) semaphore.acquire();
  EXPECT_FALSE(semaphore.try_acquire());
  semaphore.release(70'000);
  for (int i = 0; i < 70'000; ++i) ASSERT_TRUE(semaphore.try_acquire()) << i;
  EXPECT_FALSE(semaphore.try_acquire());
}
