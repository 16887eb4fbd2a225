// What a finding of lockstep::explore says, and what more there is to learn of it.

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "lockstep/explore.h"
#include "told.h"

namespace lockstep {
namespace {

using namespace std::chrono_literals;

void raise(int& value) { ++value; }

void count_without_a_lock() {
  int sum = 0;
  std::thread first([&] { raise(sum); });
  std::thread second([&] { raise(sum); });
  first.join();
  second.join();
  EXPECT_EQ(sum, 2) << "an update was lost";
}

TEST(FindingReportTest, ARaceComesWithTheCallsOnBothSides) {
  const std::string message = found_in(count_without_a_lock).message;
  EXPECT_NE(message.find("thread b: raise at finding_report_test.cpp:"), std::string::npos) << message;
  EXPECT_NE(message.find("thread c: raise at finding_report_test.cpp:"), std::string::npos) << message;
  EXPECT_NE(message.find("called by finding_report_test.cpp:"), std::string::npos) << message;
}

/// The line of `body` in this file, of which only the names are of interest.
bool is_here(const FindingPlace& place) { return place.file.ends_with("/finding_report_test.cpp") && place.line > 0; }

TEST(FindingReportTest, ARaceHasItsPlacesAsFieldsAndThenThoseWhoCalledThem) {
  const Exploration::Found found = found_in(count_without_a_lock);
  ASSERT_GE(found.places.size(), 3U) << found.message;
  EXPECT_EQ(found.places[0].function, "raise");
  for (const FindingPlace& place : found.places) EXPECT_TRUE(is_here(place)) << place.file << ':' << place.line;
  const int raise_line = found.places[0].line;
  const auto called = std::count_if(found.places.begin(), found.places.end(),
                                    [&](const FindingPlace& place) { return place.line > raise_line; });
  EXPECT_EQ(called, 2) << "the lambdas of both threads";
}

constexpr int kLocksTwice = __LINE__ + 6;

void lock_twice() {
  std::mutex mutex;
  const auto work = [&mutex]() __attribute__((noinline)) {
    const std::lock_guard once(mutex);
    const std::lock_guard twice(mutex);
  };
  work();
}

TEST(FindingReportTest, ALockInALambdaStandsAtTheLineThatTakesItNotAtTheLambdasCall) {
  const Exploration::Found found = found_in(lock_twice);
  ASSERT_FALSE(found.places.empty()) << found.message;
  EXPECT_EQ(found.places.front().line, kLocksTwice) << found.message;
}

void hold_one_and_want_the_other() {
  std::mutex one;
  std::mutex two;
  std::jthread other([&] {
    const std::scoped_lock first(two);
    const std::scoped_lock second(one);
  });
  const std::scoped_lock first(one);
  const std::scoped_lock second(two);
}

TEST(FindingReportTest, TheStepsAreThoseOfTheText) {
  const Exploration::Found found = found_in([] { EXPECT_EQ(1, 2); });
  const auto lines = std::count(found.trace.begin(), found.trace.end(), '\n');
  ASSERT_EQ(found.steps.size(), static_cast<std::size_t>(lines)) << found.trace;
  EXPECT_EQ(found.steps.front().number, 1U);
  EXPECT_EQ(found.steps.front().thread, "a");
  EXPECT_EQ(found.steps.front().what, "begin");
}

TEST(FindingReportTest, TheAccessesOfARaceStandAmongTheStepsWhereTheyWereMade) {
  const Exploration::Found found = found_in(count_without_a_lock);
  std::string order;
  for (const TraceStep& step : found.steps) {
    if (!step.decisive) {
      if (step.thread != "a") order += step.thread + " " + step.what + ", ";
      continue;
    }
    order += "! ";
    EXPECT_EQ(step.number, 0U);
    EXPECT_TRUE(is_here({.file = step.file, .line = step.line}));
    EXPECT_EQ(step.code, "void raise(int& value) { ++value; }");
  }
  EXPECT_EQ(order, "b begin, ! b end, c begin, ! ") << found.trace;
}

TEST(FindingReportTest, AStepSaysWhichLocksAreHeldThenAndADeadlockEndsInWhatIsWaitedFor) {
  const Exploration::Found found = found_in(hold_one_and_want_the_other);
  ASSERT_EQ(found.kind, FindingKind::kDeadlock) << found.message;
  ASSERT_GE(found.steps.size(), 4U);
  std::vector<TraceStep> ends(found.steps.end() - 2, found.steps.end());
  for (const TraceStep& step : ends) {
    EXPECT_EQ(step.number, 0U);
    EXPECT_EQ(step.what, "waits for");
    EXPECT_TRUE(step.decisive);
    ASSERT_EQ(step.held_then.size(), 2U);
    const bool first = step.held_then[0].thread == step.thread;
    EXPECT_EQ(step.object, step.held_then[first ? 1 : 0].lock) << "it waits for what the other one holds";
  }
  EXPECT_NE(ends[0].thread, ends[1].thread);
  EXPECT_TRUE(found.steps.front().held_then.empty());
}

TEST(FindingReportTest, ALockIsHeldUntilItIsGivenBack) {
  const Exploration::Found found = found_in([] {
    std::mutex mutex;
    mutex.lock();
    mutex.unlock();
    std::atomic<int> after{0};
    after.store(1);
    EXPECT_TRUE(false);
  });
  std::string held;
  for (const TraceStep& step : found.steps) {
    if (step.what == "lock" || step.what == "unlock" || step.what == "store")
      held += step.held_then.empty() ? '.' : 'x';
  }
  EXPECT_EQ(held, "x..") << found.trace;
}

TEST(FindingReportTest, ALongInterleavingsStepsAreShortenedAsItsTextIs) {
  const Exploration::Found found = found_in([] {
    std::array<std::mutex, 50> mutexes;  // no round is like the one before
    for (std::mutex& mutex : mutexes) const std::scoped_lock lock(mutex);
    EXPECT_TRUE(false);
  });
  EXPECT_EQ(found.steps.size(), 24U);
  std::uint64_t left_out = 0;
  for (const TraceStep& step : found.steps) left_out += step.left_out;
  EXPECT_EQ(found.steps.back().number, found.steps.size() + left_out);
  EXPECT_GT(left_out, 0U);
}

TEST(FindingReportTest, AFailedExpectationsPlaceIsItsLine) {
  const Exploration::Found found = found_in([] { EXPECT_EQ(1, 2); });
  EXPECT_EQ(found.places, (std::vector<FindingPlace>{{__FILE__, __LINE__ - 1, ""}}));
}

TEST(FindingReportTest, ARaceComesWithWhatItCanDo) {
  if (std::getenv("LOCKSTEP_EXPLORE_THREADS") != nullptr) GTEST_SKIP() << "the search needs fibres";
  const std::string message = found_in(count_without_a_lock).message;
  const std::string head = "What it can do, in the schedule ";
  const std::size_t at = message.find(head);
  ASSERT_NE(at, std::string::npos) << message;
  EXPECT_NE(message.find("an update was lost"), std::string::npos) << message;

  const std::size_t begin = at + head.size();
  const std::string order = message.substr(begin, message.find(':', begin) - begin);
  const Exploration::Found consequence = found_in(count_without_a_lock, {.replay = order});
  EXPECT_EQ(consequence.kind, FindingKind::kAssertion) << consequence.message;
  EXPECT_NE(consequence.trace.find("write"), std::string::npos) << consequence.trace;
}

TEST(FindingReportTest, TheConsequenceOfARaceIsSoughtInANumberOfSchedulesHoweverLong) {
  if (std::getenv("LOCKSTEP_EXPLORE_THREADS") != nullptr) GTEST_SKIP() << "the search needs fibres";
  const pid_t here = getpid();
  int there = 0;
  const auto slow_race = [&] {
    int sum = 0;
    const auto raise_often = [&] {
      for (int i = 0; i < 4; ++i) raise(sum);
    };
    std::jthread other(raise_often);
    raise_often();
    if (getpid() == here) return;  // the search is in a process of its own
    for (int i = 0; i < 20'000'000; ++i) asm volatile("");
    EXPECT_LT(++there, 50) << "the fiftieth schedule is bad";
  };
  const std::string message = found_in(slow_race).message;
  EXPECT_NE(message.find("the fiftieth schedule is bad"), std::string::npos) << message;
}

TEST(FindingReportTest, ALivelocksScheduleIsShort) {
  const auto body = [] {
    std::atomic<bool> ready{false};
    const auto wait = [&] {
      while (!ready.load()) std::this_thread::yield();
    };
    std::thread first(wait);
    std::thread second(wait);
    first.join();
    second.join();
  };
  const Exploration::Found found = found_in(body, {.strategy = Strategy::kRandom});
  EXPECT_EQ(found.kind, FindingKind::kLivelock);
  EXPECT_LT(found.replay.size(), 40U) << found.replay;
  EXPECT_EQ(found_in(body, {.replay = found.replay}).kind, FindingKind::kLivelock);
}

TEST(FindingReportTest, AScheduleEndsWhereTheRestFollowsByItself) {
  // Only the first switch matters: from there on, the thread that runs goes on.
  const auto body = [] {
    std::atomic<int> last{0};
    std::thread other([&] { last.store(1); });
    for (int i = 0; i < 20; ++i) last.fetch_add(2);
    other.join();
    EXPECT_EQ(last.load() % 2, 1);
    EXPECT_NE(last.load(), 41) << "the other thread was first";
  };
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const Exploration::Found found = found_in(body, {.strategy = Strategy::kRandom, .seed = seed});
    EXPECT_EQ(found.kind, FindingKind::kAssertion) << seed;
    EXPECT_LT(found.replay.size(), 12U) << found.replay;
  }
}

void sleep_for_want_of_a_join() {
  std::mutex mutex;
  bool done = false;
  const std::jthread worker([&] {
    const std::scoped_lock lock(mutex);
    done = true;
  });
  std::this_thread::sleep_for(100ms);
  const std::scoped_lock lock(mutex);
  EXPECT_TRUE(done) << "slept too short";
}

TEST(BusyMachineTest, ASleepInPlaceOfSynchronisationIsFound) {
  const Exploration::Found found = found_in(sleep_for_want_of_a_join, {.busy_machine = true});
  EXPECT_EQ(found.kind, FindingKind::kAssertion);
  EXPECT_NE(found.message.find("slept too short"), std::string::npos) << found.message;
}

TEST(BusyMachineTest, AReplayKnowsThatTimeMayPass) {
  const Exploration::Found found = found_in(sleep_for_want_of_a_join, {.busy_machine = true});
  EXPECT_TRUE(found.replay.ends_with("~busy")) << found.replay;
  EXPECT_EQ(found_in(sleep_for_want_of_a_join, {.replay = found.replay}).message, found.message);
}

TEST(BusyMachineTest, OtherwiseSleepsEndWhenNothingElseCanGoOn) {
  EXPECT_EQ(explore(sleep_for_want_of_a_join).ended, Exploration::Ended::kExhausted);
}

TEST(BusyMachineTest, CorrectCodeThatSleepsIsNotBlamed) {
  const auto body = [] {
    int sum = 0;
    std::mutex mutex;
    const auto add = [&] {
      std::this_thread::sleep_for(10ms);
      const std::scoped_lock lock(mutex);
      ++sum;
    };
    std::thread first(add);
    std::thread second(add);
    first.join();
    second.join();
    EXPECT_EQ(sum, 2);
  };
  EXPECT_FALSE(explore(body, {.schedules = 2'000, .busy_machine = true}).finding);
}

TEST(BusyMachineTest, AThreadThatSpinsSeesTheStoreThoughTimeHasPassedWhileItStuttered) {
  const auto body = [] {
    std::atomic<bool> ready{false};
    std::thread spins([&] {
      while (!ready.load()) std::this_thread::yield();
    });
    std::thread sleeps([] { std::this_thread::sleep_for(32ms); });
    std::thread stores([&] { ready.store(true); });
    spins.join();
    sleeps.join();
    stores.join();
  };
  EXPECT_FALSE(explore(body, {.strategy = Strategy::kExhaustive, .schedules = 2'000, .busy_machine = true}).finding);
}

}  // namespace
}  // namespace lockstep
