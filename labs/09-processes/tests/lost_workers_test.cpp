#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <thread>

#include "plumbing.h"
#include "pool_works.h"
#include "worker_pool.h"

namespace {

/// \return what the call has thrown
std::string failure_of(WorkerPool& pool, unsigned worker, const Bytes& input) {
  try {
    return "no failure: " + pool.call(worker, input);
  } catch (const TaskFailed& failure) {
    return std::string("the task failed: ") + failure.what();
  } catch (const WorkerLost& lost) {
    return "the worker is lost: it " + describe(lost.end());
  }
}

/// The work of one worker that ends by itself, while it has nothing to do.
class EndsLater {
 public:
  Bytes operator()(const Bytes& input) const {
    std::thread([this] {
      if (gate_.wait()) _exit(4);
    }).detach();
    return input;
  }

  void end_and_wait() const {
    gate_.write("x");
    siginfo_t ended{};
    waitid(P_ALL, 0, &ended, WEXITED | WNOWAIT);  // it stays a zombie: the pool is to wait for it
  }

 private:
  Channel gate_;
};

std::string lost(const End& end) { return "the worker is lost: it " + describe(end); }

}  // namespace

TEST(LostWorkerTest, TellsWhatATaskHasThrown) {
  WorkerPool pool(1, Fragile());
  EXPECT_EQ(failure_of(pool, 0, "throw"), "the task failed: it cannot do this");
  EXPECT_EQ(failure_of(pool, 0, "throw a number"), "the task failed: unknown exception");
  EXPECT_EQ(failure_of(pool, 0, "go on"), "no failure: go on") << "the worker is still there";
}

TEST(LostWorkerTest, AWorkerThatExits) {
  WorkerPool pool(1, Fragile());
  EXPECT_EQ(failure_of(pool, 0, "exit"), lost(Exited{3}));
}

TEST(LostWorkerTest, AWorkerThatASignalEnds) {
  WorkerPool pool(1, Fragile());
  EXPECT_EQ(failure_of(pool, 0, "signal"), lost(Killed{SIGPIPE}));
}

TEST(LostWorkerTest, AWorkerThatWritesHalfAnAnswer) {
  WorkerPool pool(1, Fragile());
  EXPECT_EQ(failure_of(pool, 0, "half"), lost(Exited{0}));
}

TEST(LostWorkerTest, AWorkerIsLostForAllFurtherCalls) {
  WorkerPool pool(2, Fragile());
  EXPECT_EQ(failure_of(pool, 0, "exit"), lost(Exited{3}));
  for (int i = 0; i < 3; ++i) EXPECT_EQ(failure_of(pool, 0, large()), lost(Exited{3}));
  EXPECT_EQ(failure_of(pool, 1, "another one"), "no failure: another one");
}

TEST(LostWorkerTest, AWorkerThatEndsBetweenTwoCalls) {
  const EndsLater later;
  WorkerPool pool(1, std::cref(later));
  EXPECT_EQ(failure_of(pool, 0, "x"), "no failure: x");
  later.end_and_wait();
  EXPECT_EQ(failure_of(pool, 0, "y"), lost(Exited{4}));
}

TEST(LostWorkerTest, ThePoolEndsAfterAWorkerThatHasEnded) {
  const EndsLater later;
  {
    WorkerPool pool(1, std::cref(later));
    EXPECT_EQ(failure_of(pool, 0, "x"), "no failure: x");
    later.end_and_wait();
  }
  EXPECT_EQ(children(), "none");
}

TEST(LostWorkerTest, LeavesNothingBehind) {
  const auto before = open_descriptors();
  for (const char* how : {"exit", "signal", "half"}) {
    WorkerPool pool(3, Fragile());
    EXPECT_NE(failure_of(pool, 1, how), std::string("no failure: ") + how);
    EXPECT_EQ(failure_of(pool, 2, "x"), "no failure: x");
  }
  EXPECT_EQ(children(), "none");
  EXPECT_EQ(open_descriptors(), before);
}
