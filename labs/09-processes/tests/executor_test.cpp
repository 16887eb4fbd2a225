#include "executor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <future>
#include <iterator>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "other_threads.h"
#include "plumbing.h"
#include "pool_works.h"
#include "work_on.h"

namespace {

constexpr Kind kKinds[] = {Kind::kThreads, Kind::kProcesses};

std::string name(Kind kind) { return kind == Kind::kThreads ? "with threads" : "with processes"; }

/// \return the result, or what the future throws
std::string outcome(std::future<Bytes>& future) {
  try {
    return future.get();
  } catch (const TaskFailed& failure) {
    return std::string("the task failed: ") + failure.what();
  } catch (const WorkerLost& lost) {
    return "the worker is lost: it " + describe(lost.end());
  }
}

std::string outcome_of(Executor& executor, const Bytes& input) {
  auto future = executor.submit(input);
  return outcome(future);
}

/// This process's threads, with those that a sanitizer has.
int threads() { return static_cast<int>(std::distance(std::filesystem::directory_iterator("/proc/self/task"), {})); }

bool forks_are_noted = false;
int forks = 0;
int most_threads_at_a_fork = 0;

void note_fork() {
  if (!forks_are_noted) return;
  ++forks;
  most_threads_at_a_fork = std::max(most_threads_at_a_fork, threads());
}

/// Each of two tasks writes for the other one and waits for it.
struct Meeting {
  Bytes operator()(const Bytes& input) const {
    (input == "0" ? to_1 : to_0).write("x");
    return (input == "0" ? to_0 : to_1).wait() ? input : "";
  }

  Channel to_0;
  Channel to_1;
};

}  // namespace

TEST(ExecutorTest, GivesEachInputItsResult) {
  for (const Kind kind : kKinds) {
    Executor executor(kind, 3, [](const Bytes& input) { return input + "!"; });
    std::vector<std::future<Bytes>> futures;
    futures.reserve(50);
    for (int i = 0; i < 50; ++i) futures.push_back(executor.submit(std::to_string(i)));
    for (int i = 0; i < 50; ++i) {
      EXPECT_EQ(futures[static_cast<std::size_t>(i)].get(), std::to_string(i) + "!") << name(kind);
    }
    EXPECT_EQ(outcome_of(executor, ""), "!") << name(kind);
  }
}

TEST(ExecutorTest, ThreadsAreInThisProcessAndProcessesAreNot) {
  const Bytes here = std::to_string(getpid());
  {
    Executor executor(Kind::kThreads, 2, tell_process);
    EXPECT_EQ(outcome_of(executor, ""), here);
    EXPECT_EQ(children(), "none") << "with threads";
  }
  Executor executor(Kind::kProcesses, 2, tell_process);
  EXPECT_NE(outcome_of(executor, ""), here);
}

TEST(ExecutorTest, WorkersWorkAtTheSameTime) {
  for (const Kind kind : kKinds) {
    const Meeting meeting;
    Executor executor(kind, 2, std::cref(meeting));
    auto first = executor.submit("0");
    auto second = executor.submit("1");
    EXPECT_EQ(outcome(first), "0") << name(kind);
    EXPECT_EQ(outcome(second), "1") << name(kind);
  }
}

TEST(ExecutorTest, TellsWhatATaskHasThrown) {
  for (const Kind kind : kKinds) {
    Executor executor(kind, 1, Fragile());
    EXPECT_EQ(outcome_of(executor, "throw"), "the task failed: it cannot do this") << name(kind);
    EXPECT_EQ(outcome_of(executor, "throw a number"), "the task failed: unknown exception") << name(kind);
    EXPECT_EQ(outcome_of(executor, "go on"), "go on") << name(kind);
  }
}

TEST(ExecutorTest, DoesAllThatWasSubmittedBeforeItEnds) {
  for (const Kind kind : kKinds) {
    const Channel gate;
    std::vector<std::future<Bytes>> futures;
    futures.reserve(30);
    {
      std::jthread opener;  // ends after the executor
      Executor executor(kind, 2, [&gate](const Bytes& input) {
        const bool is_held = input == "0" || input == "1";
        return !is_held || gate.wait() ? input : "";
      });
      for (int i = 0; i < 30; ++i) futures.push_back(executor.submit(std::to_string(i)));
      opener = std::jthread([&gate] {
        wait_until_others_wait();  // the destructor too, while most inputs are still in the queue
        gate.write("xx");
      });
    }
    for (int i = 0; i < 30; ++i) {
      EXPECT_EQ(outcome(futures[static_cast<std::size_t>(i)]), std::to_string(i)) << name(kind);
    }
  }
}

TEST(ExecutorTest, BeginsTasksInTheirOrder) {
  for (const Kind kind : kKinds) {
    const Channel order;
    const Channel all_are_submitted;
    {
      Executor executor(kind, 1, [&](const Bytes& input) {
        if (input == "a") static_cast<void>(all_are_submitted.wait());
        order.write(input);
        return input;
      });
      for (const char* input : {"a", "b", "c", "d", "e"}) static_cast<void>(executor.submit(input));
      all_are_submitted.write("x");
    }
    Bytes begun(5, '\0');
    ASSERT_EQ(::read(order.read_end(), begun.data(), begun.size()), 5);
    EXPECT_EQ(begun, "abcde") << name(kind);
  }
}

TEST(ExecutorTest, TakesInputsFromSeveralThreads) {
  for (const Kind kind : kKinds) {
    Executor executor(kind, 2, Fragile());
    std::vector<std::jthread> callers;
    callers.reserve(3);
    for (int t = 0; t < 3; ++t) {
      callers.emplace_back([&executor, t] {
        for (int i = 0; i < 20; ++i) {
          const Bytes input = std::to_string(t) + "/" + std::to_string(i);
          EXPECT_EQ(outcome_of(executor, input), input);
        }
      });
    }
  }
}

TEST(ExecutorTest, RefusesToHaveNoWorkers) {
  for (const Kind kind : kKinds) EXPECT_THROW(Executor(kind, 0, Fragile()), std::invalid_argument);
}

TEST(ExecutorTest, ALostWorkerLosesItsTaskAlone) {
  const std::string lost = "the worker is lost: it " + describe(Exited{3});
  Executor executor(Kind::kProcesses, 2, Fragile());
  auto good = executor.submit("before");
  auto bad = executor.submit("exit");
  std::vector<std::future<Bytes>> futures;
  futures.reserve(20);
  for (int i = 0; i < 20; ++i) futures.push_back(executor.submit(std::to_string(i)));
  EXPECT_EQ(outcome(good), "before");
  EXPECT_EQ(outcome(bad), lost);
  for (int i = 0; i < 20; ++i) EXPECT_EQ(outcome(futures[static_cast<std::size_t>(i)]), std::to_string(i));
}

TEST(ExecutorTest, LosesAllWhenNoWorkerIsLeft) {
  for (const char* how : {"exit", "signal", "half"}) {
    std::vector<std::future<Bytes>> futures;
    {
      Executor executor(Kind::kProcesses, 2, Fragile());
      EXPECT_NE(outcome_of(executor, how), how);
      EXPECT_NE(outcome_of(executor, how), how);
      for (int i = 0; i < 5; ++i) futures.push_back(executor.submit("x"));
    }
    for (auto& future : futures) EXPECT_THROW((void)future.get(), WorkerLost) << how;
  }
}

TEST(ExecutorTest, ForksBeforeItHasThreads) {
  const int before = threads();
  ASSERT_EQ(pthread_atfork(note_fork, nullptr, nullptr), 0);
  forks_are_noted = true;
  Executor executor(Kind::kProcesses, 3, Fragile());
  EXPECT_EQ(outcome_of(executor, "exit"), "the worker is lost: it " + describe(Exited{3}));
  EXPECT_EQ(outcome_of(executor, "x"), "x");
  forks_are_noted = false;
  EXPECT_EQ(forks, 3) << "one for each worker, and none for a worker that was lost";
  EXPECT_LE(most_threads_at_a_fork, before) << "a fork while the program has threads";
}

TEST(ExecutorTest, LeavesNothingBehind) {
  const auto before = open_descriptors();
  for (const Kind kind : kKinds) {
    Executor executor(kind, 3, Fragile());
    static_cast<void>(outcome_of(executor, "x"));
    static_cast<void>(outcome_of(executor, "throw"));
    if (kind == Kind::kProcesses) static_cast<void>(outcome_of(executor, "half"));
  }
  EXPECT_EQ(children(), "none");
  EXPECT_EQ(open_descriptors(), before);
}

TEST(DoAllTest, GivesTheResultsInTheOrderOfTheInputs) {
  for (const Kind kind : kKinds) {
    const Channel others_are_done;
    Executor executor(kind, 2, work_on<int>([&others_are_done](int n) {
                        // The first one ends last.
                        if (n == 0 && !others_are_done.wait()) return -1;
                        if (n == 4) others_are_done.write("x");
                        return 10 * n;
                      }));
    EXPECT_EQ((do_all<int>(executor, std::vector{0, 1, 2, 3, 4})), (std::vector{0, 10, 20, 30, 40})) << name(kind);
    EXPECT_EQ((do_all<int>(executor, std::vector<int>{})), std::vector<int>{});
  }
}

TEST(DoAllTest, TakesAndGivesAnyValueThatCrosses) {
  for (const Kind kind : kKinds) {
    using Words = std::vector<std::string>;
    Executor executor(kind, 2, work_on<Words>([](const Words& words) {
                        std::vector<std::size_t> sizes;
                        for (const auto& word : words) sizes.push_back(word.size());
                        return sizes;
                      }));
    const std::vector<Words> inputs{{"a", "bcd"}, {}, {"", "ef"}};
    EXPECT_EQ((do_all<std::vector<std::size_t>>(executor, inputs)),
              (std::vector<std::vector<std::size_t>>{{1, 3}, {}, {0, 2}}));
  }
}

TEST(DoAllTest, ThrowsTheFirstFailureWhenAllAreDone) {
  for (const Kind kind : kKinds) {
    const Channel done;
    Executor executor(kind, 2, work_on<int>([&done](int n) {
                        done.write("x");
                        if (n == 3 || n == 1) throw std::domain_error("not " + std::to_string(n));
                        return n;
                      }));
    try {
      static_cast<void>(do_all<int>(executor, std::vector{0, 1, 2, 3, 4, 5, 6, 7}));
      ADD_FAILURE() << "nothing was thrown, " << name(kind);
    } catch (const TaskFailed& failure) {
      EXPECT_STREQ(failure.what(), "not 1") << name(kind);
    }
    Bytes tasks(100, '\0');
    EXPECT_EQ(::read(done.read_end(), tasks.data(), tasks.size()), 8) << "so many were done, " << name(kind);
  }
}
