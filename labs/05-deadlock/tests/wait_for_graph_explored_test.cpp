#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "lockstep/explore.h"
#include "wait_for_graph.h"

namespace {

using Threads = std::vector<ThreadId>;

}  // namespace

TEST(ExploredWaitForGraphTest, TellsOneOfTwoThreads) {
  lockstep::explore([] {
    WaitForGraph graph;
    graph.acquire(1, 10);
    graph.acquire(2, 20);
    Threads other_cycle;
    Threads cycle;
    {
      const std::jthread other([&] { other_cycle = graph.wait(1, 20); });
      cycle = graph.wait(2, 10);
    }
    EXPECT_NE(cycle.empty(), other_cycle.empty()) << "the wait that comes second closes the cycle, and only this one";
    EXPECT_EQ(cycle.empty() ? other_cycle : cycle, (Threads{1, 2}));
  });
}

TEST(ExploredWaitForGraphTest, LocksComeAndGo) {
  lockstep::explore([] {
    WaitForGraph graph;
    const auto work = [&](ThreadId thread, LockId lock) {
      graph.acquire(thread, lock);
      graph.release(thread, lock);
    };
    {
      const std::jthread other([&] { work(1, 10); });
      work(2, 20);
    }
    EXPECT_NO_THROW(graph.acquire(3, 10));
    EXPECT_NO_THROW(graph.acquire(3, 20));
  });
}
