// lockstep::explore as a lab's tests use it: compiled and linked like them.

#include "lockstep/explore.h"

#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "told.h"

namespace lockstep {
namespace {

using namespace std::chrono_literals;

void lock_in_opposite_orders() {
  std::mutex one;
  std::mutex other;
  std::thread first([&] {
    const std::scoped_lock outer(one);
    const std::scoped_lock inner(other);
  });
  std::thread second([&] {
    const std::scoped_lock outer(other);
    const std::scoped_lock inner(one);
  });
  first.join();
  second.join();
}

TEST(ExploreTest, AnExpectationThatFailsBeforeADeadlockComesFirst) {
  const Told told = told_about([] {
    std::mutex mutex;
    std::condition_variable changed;
    bool ready = false;
    EXPECT_TRUE(ready) << "not ready";
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return ready; });
  });
  ASSERT_TRUE(told.exploration.finding);
  EXPECT_EQ(told.exploration.finding->kind, FindingKind::kAssertion);
  EXPECT_NE(told.failures.find("not ready"), std::string::npos) << told.failures;
  EXPECT_NE(told.failures.find("And then: Deadlock: thread a waits"), std::string::npos) << told.failures;
}

TEST(ExploreTest, SaysThatAllInterleavingsOfCorrectCodeWereRun) {
  const Exploration result = explore(count_under_a_lock);
  EXPECT_EQ(result.ended, Exploration::Ended::kExhausted);
  EXPECT_TRUE(covers_all(result.coverage)) << result.guarantee;
  EXPECT_GT(result.coverage.schedules, 1U);
  EXPECT_EQ(result.coverage.bounds.spurious_events, 0U);
  EXPECT_EQ(result.guarantee, sentence(result.coverage));
}

int pause_for_ever(void*) {
  for (;;) syscall(SYS_ppoll, nullptr, 0, nullptr, nullptr, 0);
}

TEST(ExploreTest, AThreadThatTheExplorerDidNotCreateIsUnsupported) {
  constexpr std::size_t kSize = 65'536;
  void* const stack = mmap(nullptr, kSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  const auto make_it_by_the_system_call = [&] {
    clone(pause_for_ever, static_cast<char*>(stack) + kSize, CLONE_VM | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD,
          nullptr);
    std::thread([] {}).join();
  };
  explore(make_it_by_the_system_call, {.schedules = 1, .expected = FindingKind::kUnsupported});
}

TEST(ExploreTest, ARaceOnAMemberOfALocalObjectIsAFinding) {
  struct Door {
    int guests = 0;
    bool closed = false;
  };
  const auto close_from_both_sides = [] {
    Door door;
    const std::jthread other([&door] { door.closed = true; });
    door.closed = true;
  };
  explore(close_from_both_sides, {.expected = FindingKind::kDataRace});
}

TEST(ExploreTest, AFailedExpectationIsAFinding) {
  const Told told = told_about(lose_an_update);
  ASSERT_TRUE(told.exploration.finding);
  EXPECT_EQ(told.exploration.finding->kind, FindingKind::kAssertion);
  EXPECT_NE(told.failures.find("an update was lost"), std::string::npos) << told.failures;
}

TEST(ExploreTest, AFindingFitsOnAScreenAndSaysHowToSeeItAgain) {
  const Told told = told_about(lose_an_update);
  EXPECT_LE(std::count(told.failures.begin(), told.failures.end(), '\n'), 40);
  EXPECT_NE(told.failures.find("LOCKSTEP_EXPLORE_REPLAY=" + told.exploration.finding->replay), std::string::npos);
}

TEST(ExploreTest, AnExpectedFindingPasses) {
  const Exploration result = explore(lock_in_opposite_orders, {.expected = FindingKind::kDeadlock});
  ASSERT_TRUE(result.finding);
  EXPECT_NE(result.finding->message.find("holds"), std::string::npos) << result.finding->message;
}

TEST(ExploreTest, OppositeOrdersThatDidNotDeadlockAreNoted) {
  const Exploration result = explore(lock_in_opposite_orders, {.schedules = 1});
  EXPECT_FALSE(result.finding);
  ASSERT_EQ(result.notes.size(), 1U);
  EXPECT_NE(result.notes[0].find("opposite order, at explore_test.cpp:"), std::string::npos) << result.notes[0];
}

TEST(ExploreTest, OppositeOrdersThatAJoinKeepsApartAreNot) {
  const auto body = [] {
    std::mutex one;
    std::mutex other;
    std::thread([&] {
      const std::scoped_lock outer(one);
      const std::scoped_lock inner(other);
    }).join();
    std::thread([&] {
      const std::scoped_lock outer(other);
      const std::scoped_lock inner(one);
    }).join();
  };
  EXPECT_TRUE(explore(body, {.strategy = Strategy::kRandom, .schedules = 5}).notes.empty());
}

TEST(ExploreTest, OppositeOrdersUnderALockThatBothHoldAreNot) {
  const auto body = [] {
    std::mutex gate;
    std::mutex one;
    std::mutex other;
    const auto in_order = [&](std::mutex& first, std::mutex& second) {
      const std::scoped_lock all(gate);
      const std::scoped_lock outer(first);
      const std::scoped_lock inner(second);
    };
    std::thread forwards([&] { in_order(one, other); });
    std::thread backwards([&] { in_order(other, one); });
    forwards.join();
    backwards.join();
  };
  EXPECT_TRUE(explore(body, {.strategy = Strategy::kRandom, .schedules = 5}).notes.empty());
}

TEST(ExploreTest, AnExpectedFindingThatIsMissingFails) {
  const Told told = told_about(count_under_a_lock, {.expected = FindingKind::kDeadlock});
  EXPECT_NE(told.failures.find("deadlock"), std::string::npos) << told.failures;
}

TEST(ExploreTest, AnyOfSeveralExpectedFindingsPasses) {
  const ExpectedFinding either{FindingKind::kDataRace, FindingKind::kDeadlock};
  EXPECT_EQ(told_about(lock_in_opposite_orders, {.expected = either}).failures, "");
}

TEST(ExploreTest, AFindingThatIsNoneOfThoseExpectedFails) {
  const Told told = told_about(lose_an_update, {.expected = {FindingKind::kDataRace, FindingKind::kDeadlock}});
  EXPECT_NE(told.failures.find("an update was lost"), std::string::npos) << told.failures;
}

TEST(ExploreTest, NamesAllExpectedFindingsWhenNoneCame) {
  const Told told = told_about(count_under_a_lock,
                               {.expected = {FindingKind::kDataRace, FindingKind::kLivelock, FindingKind::kDeadlock}});
  EXPECT_NE(told.failures.find("was to be found here: data-race, livelock or deadlock."), std::string::npos)
      << told.failures;
}

TEST(ExploreTest, AVariableThatKeepsItsValueIsReported) {
  static int calls = 0;
  const Told told = told_about([] {
    std::mutex mutex;
    if (++calls % 2 == 0) return;
    const std::scoped_lock lock(mutex);
  });
  ASSERT_TRUE(told.exploration.finding);
  EXPECT_EQ(told.exploration.finding->kind, FindingKind::kNondeterminism);
  EXPECT_NE(told.failures.find("The first step that differs: thread a, end"), std::string::npos) << told.failures;
}

TEST(ExploreTest, ABlockThatOutlivesTheFirstScheduleDoesNotMakeTheBodyDiffer) {
  std::vector<int> log;  // keeps the memory that the first schedule gives it
  const Exploration exploration = explore([&] {
    log.clear();
    log.push_back(1);
    const auto block = std::make_unique<std::array<char, 16>>();
    std::atomic<int> steps{0};
    std::thread worker([&] {
      ++steps;
      if ((reinterpret_cast<std::uintptr_t>(block.get()) >> 5U) % 2 == 1) ++steps;
    });
    worker.join();
  });
  EXPECT_FALSE(exploration.finding);
}

TEST(ExploreTest, AStaticLocalOfTheBodyBeginsAnewInEachSchedule) {
  explore([] {
    static std::vector<int> list(2, 7);
    std::thread other([] { list.push_back(8); });
    other.join();
    EXPECT_EQ(list.size(), 3U);
  });
}

TEST(ExploreTest, AStaticWithAConstantForItsFirstValueIsReported) {
  const Told told = told_about([] {
    static int calls = 0;
    EXPECT_EQ(++calls, 1);
  });
  ASSERT_TRUE(told.exploration.finding);
  EXPECT_EQ(told.exploration.finding->kind, FindingKind::kNondeterminism);
  EXPECT_NE(told.failures.find("keeps its value"), std::string::npos) << told.failures;
}

TEST(ExploreTest, SleepsTakeNoTimeAndExactlyTheirOwn) {
  const auto start = std::chrono::steady_clock::now();
  explore(
      [] {
        const auto begin = std::chrono::steady_clock::now();
        std::thread sleeper([] { std::this_thread::sleep_for(500ms); });
        std::this_thread::sleep_for(300ms);
        sleeper.join();
        const auto slept = std::chrono::steady_clock::now() - begin;
        EXPECT_GE(slept, 500ms);
        EXPECT_LT(slept, 501ms);
      },
      {.schedules = 20});
  EXPECT_LT(std::chrono::steady_clock::now() - start, 5s);
}

TEST(ExploreTest, TheSameSeedGivesTheSameSchedule) {
  for (const Strategy strategy : {Strategy::kDefault, Strategy::kPct, Strategy::kPos, Strategy::kRandom}) {
    const ExploreOptions options{.strategy = strategy, .seed = 42};
    const auto first = told_about(lose_an_update, options).exploration.finding;
    const auto again = told_about(lose_an_update, options).exploration.finding;
    ASSERT_TRUE(first && again);
    EXPECT_EQ(first->replay, again->replay);
    EXPECT_EQ(first->schedule, again->schedule);
  }
}

TEST(ExploreTest, ExhaustiveCountsInterleavings) {
  const Exploration result = explore(count_under_a_lock, {.strategy = Strategy::kExhaustive});
  EXPECT_EQ(result.ended, Exploration::Ended::kExhausted);
  const Exploration bounded = explore(count_under_a_lock, {.strategy = Strategy::kExhaustive, .preemption_bound = 0});
  EXPECT_EQ(bounded.ended, Exploration::Ended::kExhausted);
  EXPECT_NE(bounded.guarantee.find("at most 0 preemptions"), std::string::npos) << bounded.guarantee;
}

TEST(ExploreTest, AScheduleThatIsCutIsNotCalledAll) {
  const auto work_for_long = [] {
    std::atomic<unsigned> n{1};
    std::thread works([&] {
      unsigned random = 1;  // Knuth's linear congruential generator: no round of steps comes again
      for (int i = 0; i < 310'000; ++i) {
        random = random * 1'664'525U + 1'013'904'223U;
        if (random >> 31 != 0) {
          n.store(random);
        } else {
          n.fetch_add(1);
        }
      }
    });
    works.join();
  };
  const Exploration result = explore(work_for_long, {.strategy = Strategy::kExhaustive, .schedules = 3, .time = 60s});
  EXPECT_FALSE(result.finding) << result.finding->message;
  EXPECT_EQ(result.ended, Exploration::Ended::kBudget);
  EXPECT_EQ(result.cut, result.schedules);
  EXPECT_EQ(result.coverage.end, Coverage::End::kTruncated);
  EXPECT_EQ(result.coverage.cut, result.cut);
  EXPECT_EQ(result.coverage.bounds.steps, 300'000U);
  EXPECT_EQ(result.guarantee.find("all"), std::string::npos) << result.guarantee;
  EXPECT_NE(result.guarantee.find("cut after 300,000 steps"), std::string::npos) << result.guarantee;
}

TEST(ExploreTest, FollowsTwoHundredThreadsAtATime) {
  constexpr int kThreads = 250;
  std::mutex mutex;
  int sum = 0;
  const auto program = [&](int missing) {
    sum = 0;
    std::vector<std::jthread> threads;
    threads.reserve(kThreads);
    for (int i = 0; i < kThreads; ++i) {
      threads.emplace_back([&, i] {
        std::unique_lock lock(mutex, std::defer_lock);
        if (i != missing) lock.lock();
        ++sum;
      });
    }
    threads.clear();
    EXPECT_EQ(sum, kThreads);
  };
  const Told right = told_about([&] { program(-1); }, {.strategy = Strategy::kRandom, .schedules = 20, .time = 60s});
  EXPECT_FALSE(right.exploration.finding) << right.exploration.finding->message;
  const Told wrong =
      told_about([&] { program(kThreads - 1); }, {.strategy = Strategy::kRandom, .schedules = 20, .time = 60s});
  ASSERT_TRUE(wrong.exploration.finding);
  EXPECT_EQ(wrong.exploration.finding->kind, FindingKind::kDataRace);
  EXPECT_NE(wrong.exploration.finding->message.find("hread _hq"), std::string::npos);
  const Told again = told_about([&] { program(kThreads - 1); }, {.replay = wrong.exploration.finding->replay});
  ASSERT_TRUE(again.exploration.finding);
  EXPECT_EQ(again.exploration.finding->message, wrong.exploration.finding->message);
}

TEST(ExploreTest, MoreThreadsThanItCanFollowAreSaidSo) {
  const Told told = told_about([] {
    std::vector<std::jthread> threads;
    threads.reserve(300);
    for (int i = 0; i < 300; ++i) threads.emplace_back([] { std::this_thread::sleep_for(1s); });
  });
  ASSERT_TRUE(told.exploration.finding);
  EXPECT_EQ(told.exploration.finding->kind, FindingKind::kUnsupported);
}

TEST(ExploreTest, AnEndlessLoopThatTouchesNothingIsNoHang) {
  const Told told = told_about([] {
    std::thread endless([] {
      for (;;) asm volatile("nop");
    });
    endless.join();
  });
  ASSERT_TRUE(told.exploration.finding);
  EXPECT_EQ(told.exploration.finding->kind, FindingKind::kTimeOut);
}

// A block of 32 bytes that one schedule in twelve leaves behind is seen; with LOCKSTEP_LONG set, one in 120.
TEST(ExploreTest, MemoryStaysBounded) {
  const int wanted = std::getenv("LOCKSTEP_LONG") != nullptr ? 1'000'000 : 100'000;
  const auto resident_pages = [] {
    long all = 0;
    long resident = 0;
    std::ifstream statm("/proc/self/statm");
    EXPECT_TRUE(statm >> all >> resident);
    return resident;
  };
  int schedules = 0;
  long before = 0;
  const auto body = [&] {
    if (++schedules == 1'000) before = resident_pages();
    count_under_a_lock();
  };
  explore(body, {.strategy = Strategy::kRandom, .schedules = static_cast<std::uint64_t>(wanted), .time = 250s});
  EXPECT_GE(schedules, wanted);
  EXPECT_LT(resident_pages() - before, 64) << "pages of 4 kB";
}

}  // namespace
}  // namespace lockstep
