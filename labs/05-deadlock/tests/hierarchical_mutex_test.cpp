#include "hierarchical_mutex.h"

#include <gtest/gtest.h>

#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

namespace {

/// Whether the calling thread may take a mutex of this level now.
bool may_take(unsigned level) {
  HierarchicalMutex mutex(level);
  try {
    const std::scoped_lock lock(mutex);
    return true;
  } catch (const std::logic_error&) {
    return false;
  }
}

}  // namespace

TEST(HierarchyTest, GoesDown) {
  HierarchicalMutex high(30);
  HierarchicalMutex middle(20);
  HierarchicalMutex low(0);
  for (int i = 0; i < 2; ++i) {
    const std::scoped_lock first(high);
    const std::scoped_lock second(middle);
    const std::scoped_lock third(low);
  }
  const std::scoped_lock first(middle);
  EXPECT_NO_THROW(const std::scoped_lock second(low));
}

TEST(HierarchyTest, RefusesToGoUp) {
  HierarchicalMutex high(30);
  HierarchicalMutex low(10);
  const std::scoped_lock lock(low);
  EXPECT_THROW(high.lock(), std::logic_error);
  EXPECT_FALSE(may_take(11));
  EXPECT_TRUE(may_take(9));
}

TEST(HierarchyTest, RefusesTheSameLevel) {
  HierarchicalMutex one(10);
  HierarchicalMutex other(10);
  const std::scoped_lock lock(one);
  EXPECT_THROW(other.lock(), std::logic_error);
}

TEST(HierarchyTest, RefusesItselfAtOnce) {
  HierarchicalMutex mutex(10);
  const std::scoped_lock lock(mutex);
  EXPECT_THROW(mutex.lock(), std::logic_error) << "the thread holds this very mutex";
  EXPECT_THROW((void)mutex.try_lock(), std::logic_error) << "the thread holds this very mutex";
}

TEST(HierarchyTest, TriesInTheSameOrder) {
  HierarchicalMutex high(30);
  HierarchicalMutex low(10);
  {
    const std::scoped_lock lock(high);
    ASSERT_TRUE(low.try_lock());
    EXPECT_FALSE(may_take(20)) << "a mutex that was taken by try_lock counts as well";
    low.unlock();
  }
  const std::scoped_lock lock(low);
  EXPECT_THROW((void)high.try_lock(), std::logic_error);
}

TEST(HierarchyTest, ATryThatFailsChangesNothing) {
  HierarchicalMutex low(10);
  const std::scoped_lock lock(low);
  std::jthread([&] {
    EXPECT_FALSE(low.try_lock()) << "another thread holds it";
    EXPECT_TRUE(may_take(20)) << "this thread holds nothing: its try failed";
  }).join();
}

TEST(HierarchyTest, ARefusalChangesNothing) {
  HierarchicalMutex high(30);
  HierarchicalMutex middle(20);
  HierarchicalMutex low(10);
  {
    const std::scoped_lock lock(middle);
    EXPECT_THROW(high.lock(), std::logic_error);
    EXPECT_THROW((void)high.try_lock(), std::logic_error);
    EXPECT_FALSE(may_take(25)) << "the thread still holds level 20";
    EXPECT_TRUE(may_take(15));
  }
  std::jthread([&] { EXPECT_TRUE(high.try_lock() && (high.unlock(), true)) << "nobody holds it"; }).join();
  EXPECT_TRUE(may_take(100)) << "this thread holds nothing any more";
}

TEST(HierarchyTest, UnlocksInAnyOrder) {
  HierarchicalMutex high(30);
  HierarchicalMutex middle(20);
  HierarchicalMutex low(10);
  for (int i = 0; i < 2; ++i) {
    high.lock();
    middle.lock();
    low.lock();
    high.unlock();
    EXPECT_FALSE(may_take(15)) << "the thread holds levels 20 and 10";
    low.unlock();
    EXPECT_TRUE(may_take(15)) << "the thread holds only level 20";
    EXPECT_FALSE(may_take(25)) << "the thread holds level 20";
    middle.unlock();
    EXPECT_TRUE(may_take(100)) << "the thread holds nothing";
  }
}

TEST(HierarchyTest, EachThreadHasItsOwnLevel) {
  HierarchicalMutex high(30);
  HierarchicalMutex low(10);
  const std::scoped_lock lock(low);
  std::jthread([&] {
    EXPECT_NO_THROW(const std::scoped_lock other(high)) << "another thread holds level 10, this one holds nothing";
  }).join();
  EXPECT_FALSE(may_take(20));
}

TEST(HierarchyTest, WorksWithTheLocksOfTheStandard) {
  HierarchicalMutex high(30);
  HierarchicalMutex low(10);
  std::unique_lock first(high);
  {
    const std::lock_guard second(low);
    EXPECT_FALSE(may_take(20));
  }
  std::unique_lock second(low, std::try_to_lock);
  EXPECT_TRUE(second.owns_lock());
  first.unlock();
  EXPECT_FALSE(may_take(20));
  second.unlock();
  EXPECT_TRUE(may_take(40));
}

TEST(HierarchyTest, KeepsThreadsApart) {
  for (const int threads : {1, 2, 3, 4, 5, 7, 11, 13}) {
    HierarchicalMutex outer(2);
    HierarchicalMutex inner(1);
    int sum = 0;
    {
      std::vector<std::jthread> busy;
      busy.reserve(static_cast<std::size_t>(threads));
      for (int t = 0; t < threads; ++t) {
        busy.emplace_back([&] {
          for (int i = 0; i < 100; ++i) {
            const std::scoped_lock first(outer);
            const std::scoped_lock second(inner);
            const int seen = sum;
            std::this_thread::yield();  // somebody else who may go on does
            sum = seen + 1;
          }
        });
      }
    }
    EXPECT_EQ(sum, threads * 100);
  }
}
