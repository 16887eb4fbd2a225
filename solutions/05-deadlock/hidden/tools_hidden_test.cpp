#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "hierarchical_mutex.h"
#include "wait_for_graph.h"

TEST(HiddenToolsTest, AnyLevelIsALevel) {
  HierarchicalMutex highest(std::numeric_limits<unsigned>::max());
  HierarchicalMutex lowest(0);
  for (int i = 0; i < 2; ++i) {
    const std::scoped_lock first(highest);
    const std::scoped_lock second(lowest);
    EXPECT_THROW(highest.lock(), std::logic_error);
    EXPECT_THROW(lowest.lock(), std::logic_error);
  }
  ASSERT_TRUE(highest.try_lock());
  highest.unlock();
}

TEST(HiddenToolsTest, FourLevelsInAnyOrderOfUnlocking) {
  std::array<unsigned, 4> order{0, 1, 2, 3};
  do {
    std::array<std::unique_ptr<HierarchicalMutex>, 4> mutexes;
    for (unsigned i = 0; i < 4; ++i) mutexes[i] = std::make_unique<HierarchicalMutex>(10 * (i + 1));
    for (unsigned i = 4; i > 0; --i) mutexes[i - 1]->lock();
    std::vector<unsigned> held{0, 1, 2, 3};
    for (const unsigned next : order) {
      mutexes[next]->unlock();
      std::erase(held, next);
      const unsigned lowest = held.empty() ? 1000 : 10 * (*std::ranges::min_element(held) + 1);
      HierarchicalMutex below(lowest - 1);
      EXPECT_NO_THROW({ const std::scoped_lock lock(below); });
      HierarchicalMutex same(lowest);
      if (!held.empty()) {
        EXPECT_THROW(same.lock(), std::logic_error);
      }
    }
  } while (std::ranges::next_permutation(order).found);
}

TEST(HiddenToolsTest, AnyNumbersServeAsIds) {
  WaitForGraph graph;
  const ThreadId most = std::numeric_limits<ThreadId>::max();
  graph.acquire(-1, -1);
  graph.acquire(most, 0);
  graph.acquire(0, most);
  EXPECT_TRUE(graph.wait(-1, 0).empty());
  EXPECT_TRUE(graph.wait(most, most).empty());
  EXPECT_EQ(graph.wait(0, -1), (std::vector<ThreadId>{-1, most, 0}));
}
