#include "wait_for_graph.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>
#include <vector>

namespace {

using Threads = std::vector<ThreadId>;
const Threads kNoCycle;

}  // namespace

TEST(WaitForGraphTest, SeesNoCycleWhereThereIsNone) {
  WaitForGraph graph;
  EXPECT_EQ(graph.wait(1, 10), kNoCycle) << "nobody holds the lock";
  graph.acquire(1, 10);
  EXPECT_EQ(graph.wait(2, 10), kNoCycle) << "thread 1 does not wait";
  EXPECT_EQ(graph.wait(3, 10), kNoCycle);
  graph.acquire(1, 20);
  graph.release(1, 10);
  graph.acquire(2, 10);
  EXPECT_EQ(graph.wait(1, 30), kNoCycle);
  WaitForGraph other;
  EXPECT_NO_THROW(other.acquire(2, 20)) << "thread 1 holds this lock in another graph";
}

TEST(WaitForGraphTest, NamesTwoThreads) {
  WaitForGraph graph;
  graph.acquire(7, 70);
  graph.acquire(5, 50);
  EXPECT_EQ(graph.wait(5, 70), kNoCycle);
  EXPECT_EQ(graph.wait(7, 50), (Threads{5, 7}));
}

TEST(WaitForGraphTest, NamesAThreadThatWaitsForItself) {
  WaitForGraph graph;
  graph.acquire(4, 1);
  EXPECT_EQ(graph.wait(4, 1), Threads{4});
}

TEST(WaitForGraphTest, NamesThreadsInTheOrderInWhichTheyWait) {
  WaitForGraph graph;
  for (const int i : {1, 2, 3, 4}) graph.acquire(i, 10 * i);
  EXPECT_EQ(graph.wait(3, 20), kNoCycle);
  EXPECT_EQ(graph.wait(2, 40), kNoCycle);
  EXPECT_EQ(graph.wait(1, 30), kNoCycle);
  EXPECT_EQ(graph.wait(4, 10), (Threads{1, 3, 2, 4})) << "1 waits for 3, 3 for 2, 2 for 4, and 4 for 1";
}

TEST(WaitForGraphTest, NamesOnlyThoseInTheCycle) {
  WaitForGraph graph;
  for (const int i : {0, 1, 2, 3}) graph.acquire(i, 10 * i);
  EXPECT_EQ(graph.wait(0, 10), kNoCycle) << "thread 0 waits for the cycle and is not in it";
  EXPECT_EQ(graph.wait(1, 20), kNoCycle);
  EXPECT_EQ(graph.wait(2, 30), kNoCycle);
  EXPECT_EQ(graph.wait(3, 20), (Threads{2, 3})) << "threads 0 and 1 wait for the cycle and are not in it";
}

TEST(WaitForGraphTest, DoesNotNoteAWaitThatClosesACycle) {
  WaitForGraph graph;
  graph.acquire(1, 10);
  graph.acquire(2, 20);
  EXPECT_EQ(graph.wait(1, 20), kNoCycle);
  EXPECT_EQ(graph.wait(2, 10), (Threads{1, 2}));
  EXPECT_EQ(graph.wait(2, 10), (Threads{1, 2})) << "nothing has changed";
  EXPECT_NO_THROW(graph.release(2, 20)) << "thread 2 does not wait: its wait would have closed a cycle";
  graph.acquire(1, 20);
  EXPECT_EQ(graph.wait(2, 10), kNoCycle) << "thread 1 has both locks now, and waits for nothing";
}

TEST(WaitForGraphTest, AsksWhoHoldsTheLockNow) {
  WaitForGraph graph;
  graph.acquire(1, 10);
  graph.acquire(2, 20);
  EXPECT_EQ(graph.wait(2, 10), kNoCycle);
  graph.release(1, 10);
  EXPECT_EQ(graph.wait(1, 20), kNoCycle) << "thread 2 waits for a lock that thread 1 no longer holds";
}

TEST(WaitForGraphTest, FollowsALockToItsNextHolder) {
  WaitForGraph graph;
  graph.acquire(1, 10);
  graph.acquire(2, 20);
  EXPECT_EQ(graph.wait(2, 10), kNoCycle);
  graph.release(1, 10);
  graph.acquire(3, 10);
  EXPECT_EQ(graph.wait(3, 20), (Threads{2, 3})) << "thread 2 waits for a lock that thread 3 has taken since";
}

TEST(WaitForGraphTest, RefusesWhatCannotBe) {
  WaitForGraph graph;
  graph.acquire(1, 10);
  EXPECT_THROW(graph.acquire(2, 10), std::logic_error) << "thread 1 holds it";
  EXPECT_THROW(graph.acquire(1, 10), std::logic_error) << "thread 1 holds it already";
  EXPECT_THROW(graph.release(2, 10), std::logic_error) << "thread 2 does not hold it";
  EXPECT_THROW(graph.release(1, 20), std::logic_error) << "nobody holds it";
  EXPECT_EQ(graph.wait(2, 10), kNoCycle);
  EXPECT_THROW(graph.acquire(2, 10), std::logic_error) << "thread 2 waits for it, and thread 1 holds it still";
  EXPECT_THROW((void)graph.wait(2, 30), std::logic_error) << "thread 2 waits already: a call that throws ends no wait";
  EXPECT_THROW((void)graph.wait(2, 10), std::logic_error) << "thread 2 waits already";
  EXPECT_THROW(graph.acquire(2, 30), std::logic_error) << "thread 2 waits for another lock";
  graph.release(1, 10);
  graph.acquire(2, 10);
  EXPECT_THROW(graph.release(1, 10), std::logic_error) << "thread 2 holds it now";
  graph.acquire(1, 30);
  EXPECT_EQ(graph.wait(1, 10), kNoCycle);
  EXPECT_THROW(graph.release(1, 30), std::logic_error) << "thread 1 waits";
  EXPECT_THROW(graph.acquire(3, 30), std::logic_error) << "thread 1 still holds it: a call that throws frees no lock";
}

TEST(WaitForGraphTest, FindsALongCycle) {
  constexpr int kThreads = 2000;
  WaitForGraph graph;
  Threads all;
  for (int i = 0; i < kThreads; ++i) {
    graph.acquire(i, i);
    all.push_back(i);
  }
  for (int i = 0; i + 1 < kThreads; ++i) ASSERT_EQ(graph.wait(i, i + 1), kNoCycle);
  EXPECT_EQ(graph.wait(kThreads - 1, 0), all);
}

TEST(WaitForGraphTest, ServesManyThreads) {
  for (const int threads : {1, 2, 3, 4, 5, 7, 11, 13}) {
    WaitForGraph graph;
    {
      std::vector<std::jthread> busy;
      busy.reserve(static_cast<std::size_t>(threads));
      for (int t = 0; t < threads; ++t) {
        busy.emplace_back([&graph, t] {
          for (int i = 0; i < 100; ++i) {
            EXPECT_EQ(graph.wait(t, t), kNoCycle);
            graph.acquire(t, t);
            EXPECT_EQ(graph.wait(t, t), Threads{t});
            graph.release(t, t);
          }
        });
      }
    }
  }
}
