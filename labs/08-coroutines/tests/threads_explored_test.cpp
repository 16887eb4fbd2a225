#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

#include "cancelled.h"
#include "here.h"
#include "lockstep/explore.h"
#include "loop_fixture.h"
#include "offload.h"
#include "when.h"

namespace {

/// A std::jthread without a stop state of its own, whose steps would be explored, too.
class OtherThread {
 public:
  template <class Body>
  explicit OtherThread(Body body) : thread_(body) {}
  OtherThread(const OtherThread&) = delete;
  OtherThread& operator=(const OtherThread&) = delete;
  ~OtherThread() { thread_.join(); }

 private:
  std::thread thread_;
};

/// Time passes here when no thread can go on: by the explorer's hand, and exactly.
struct RealLoop {
  SteadyClock clock;
  EventLoop loop{clock};
};

Task<int> go_and_come_back(EventLoop& loop, ThreadPool& pool, int& shared) {
  const auto home = here();
  ++shared;
  co_await resume_on(pool);
  EXPECT_NE(here(), home) << "resume_on(pool) has not moved the coroutine to a thread of the pool";
  ++shared;
  co_await resume_on(loop);
  EXPECT_EQ(here(), home) << "resume_on(loop) has not moved the coroutine to the loop's thread";
  co_return ++shared;
}

Task<int> stay_on(ThreadPool& pool, int value) {
  co_await resume_on(pool);
  co_return value;
}

Task<int> first_of_two(ThreadPool& pool) {
  std::stop_source others;
  std::vector<Task<int>> tasks;
  tasks.reserve(2);
  tasks.push_back(stay_on(pool, 10));
  tasks.push_back(stay_on(pool, 11));
  const auto first = co_await when_any(std::move(tasks), others);
  EXPECT_TRUE(others.stop_requested());
  co_return first.value - static_cast<int>(first.index);
}

/// One ends on the pool; the other one sleeps on the loop until it is stopped.
Task<std::size_t> winner_on_the_pool(EventLoop& loop, ThreadPool& pool) {
  std::stop_source others;
  std::vector<Task<int>> tasks;
  tasks.reserve(2);
  tasks.push_back(after(loop, Duration::max(), 0, others.get_token()));
  tasks.push_back(stay_on(pool, 1));
  const auto first = co_await when_any(std::move(tasks), others);
  co_return first.index;
}

Task<int> two_at_once(ThreadPool& pool) {
  std::vector<Task<int>> tasks;
  tasks.reserve(2);
  tasks.push_back(stay_on(pool, 1));
  tasks.push_back(stay_on(pool, 2));
  const auto values = co_await when_all(std::move(tasks));
  co_return 10 * values[0] + values[1];
}

/// Runs a task on two threads of a pool, without a loop. The end of the pool is the end of its threads.
int run_on_two_threads(Task<int> (*make)(ThreadPool& pool)) {
  Outcome<int> outcome;
  int ends = 0;
  std::optional<Runner> runner;
  {
    ThreadPool pool(2);
    runner.emplace(keep(make(pool), outcome));
    runner->start([&ends]() -> std::coroutine_handle<> {
      ++ends;
      return std::noop_coroutine();
    });
  }
  EXPECT_EQ(ends, 1) << "the coroutine that awaits two tasks is resumed once, by the last one";
  return outcome.take();
}

Task<bool> is_stopped(EventLoop& loop, Duration duration, std::stop_token stop, int& ends) {
  bool stopped = false;
  try {
    co_await loop.sleep_for(duration, std::move(stop));
  } catch (const Cancelled&) {
    stopped = true;
  }
  ++ends;
  co_return stopped;
}

Task<int> sleep_on_the_pool(EventLoop& loop, ThreadPool& pool, std::thread::id& woken_on,
                            std::thread::id& woken_again_on) {
  co_await resume_on(pool);
  co_await loop.sleep_for(1ms);
  woken_on = here();
  co_await resume_on(pool);
  co_await loop.sleep_until(loop.now() + 1ms);
  woken_again_on = here();
  co_return 1;
}

Task<> call_one_that_blocks(EventLoop& loop, ThreadPool& pool, int& result) {
  std::function<int()> blocking = [] {
    std::this_thread::sleep_for(25ms);
    return 25;
  };
  result = co_await offload(loop, pool, std::move(blocking));
}

/// Takes some turns, and notes when the last one was over.
Task<> take_turns(EventLoop& loop, int turns, TimePoint& over) {
  for (int i = 0; i < turns; ++i) co_await resume_on(loop);
  over = loop.now();
}

Task<int> call_one_that_throws(EventLoop& loop, ThreadPool& pool) {
  const auto home = here();
  std::function<int()> throws = []() -> int { throw std::domain_error("it failed"); };
  Outcome<int> outcome;
  co_await keep(offload(loop, pool, std::move(throws)), outcome);
  EXPECT_EQ(here(), home) << "after an exception, too, the caller goes on on the loop's thread";
  co_return outcome.take();
}

}  // namespace

TEST(ExploredThreadsTest, GoesToThePoolAndBack) {
  lockstep::explore([] {
    RealLoop real;
    ThreadPool pool(1);
    int shared = 0;
    EXPECT_EQ(real.loop.run(go_and_come_back(real.loop, pool, shared)), 3);
    EXPECT_EQ(shared, 3);
  });
}

TEST(ExploredThreadsTest, ReturnsToTheCallerOfRunFromAnyThread) {
  lockstep::explore([] {
    RealLoop real;
    ThreadPool pool(1);
    EXPECT_EQ(real.loop.run(stay_on(pool, 7)), 7);
  });
}

TEST(ExploredThreadsTest, TwoTasksEndAtTheSameTime) {
  lockstep::explore([] { EXPECT_EQ(run_on_two_threads(two_at_once), 12); });
}

TEST(ExploredThreadsTest, TwoTasksRaceAndOneIsTheFirst) {
  lockstep::explore([] { EXPECT_EQ(run_on_two_threads(first_of_two), 10) << "the value is of another task"; });
}

TEST(ExploredThreadsTest, TheOneThatIsStoppedIsNotTheFirst) {
  lockstep::explore([] {
    RealLoop real;
    ThreadPool pool(1);
    std::size_t first = 0;
    try {
      first = real.loop.run(winner_on_the_pool(real.loop, pool));
    } catch (const Cancelled&) {
      ADD_FAILURE() << "the task that was stopped counts as the first: it ended before the winner was noted";
    }
    EXPECT_EQ(first, 1U);
  });
}

TEST(ExploredThreadsTest, AStopFromAnotherThreadWakesTheLoop) {
  lockstep::explore([] {
    RealLoop real;
    std::stop_source source;
    int ends = 0;
    const OtherThread other([&source] { source.request_stop(); });
    EXPECT_TRUE(real.loop.run(is_stopped(real.loop, Duration::max(), source.get_token(), ends)));
    EXPECT_EQ(ends, 1);
  });
}

// As on a busy machine, the time may come before, while and after the other thread requests the stop.
TEST(ExploredThreadsTest, AStopAndTheTimeWakeTheSleeperOnce) {
  lockstep::explore(
      [] {
        RealLoop real;
        std::stop_source source;
        int ends = 0;
        const OtherThread other([&source] { source.request_stop(); });
        (void)real.loop.run(is_stopped(real.loop, 1ms, source.get_token(), ends));
        EXPECT_EQ(ends, 1);
      },
      {.busy_machine = true});
}

TEST(ExploredThreadsTest, ASleepThatBeginsOnThePoolEndsOnTheLoop) {
  lockstep::explore([] {
    RealLoop real;
    ThreadPool pool(1);
    std::thread::id woken_on;
    std::thread::id woken_again_on;
    EXPECT_EQ(real.loop.run(sleep_on_the_pool(real.loop, pool, woken_on, woken_again_on)), 1);
    EXPECT_EQ(woken_on, here());
    EXPECT_EQ(woken_again_on, here());
  });
}

TEST(ExploredThreadsTest, OthersGoOnWhileACallBlocksAThreadOfThePool) {
  lockstep::explore([] {
    RealLoop real;
    ThreadPool pool(1);
    int result = 0;
    const TimePoint start = real.loop.now();
    TimePoint over;
    std::vector<Task<>> tasks;
    tasks.reserve(2);
    tasks.push_back(call_one_that_blocks(real.loop, pool, result));
    tasks.push_back(take_turns(real.loop, 2, over));
    real.loop.run(when_all(std::move(tasks)));
    EXPECT_EQ(result, 25);
    EXPECT_GE(over, start);
#ifdef LOCKSTEP_TIME_IS_VIRTUAL
    EXPECT_LT(over - start, 1ms) << "the blocking call has held up the loop, and all that run on it";
#endif
  });
}

TEST(ExploredThreadsTest, ComesBackAlsoAfterAnException) {
  lockstep::explore([] {
    RealLoop real;
    ThreadPool pool(1);
    EXPECT_THROW((void)real.loop.run(call_one_that_throws(real.loop, pool)), std::domain_error);
  });
}
