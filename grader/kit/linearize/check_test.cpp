// check_linearizable on classes whose faults are known.

#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>

#include "lockstep/explore_judged.h"
#include "lockstep/linearize.h"

namespace lockstep {
namespace {

/// What GoogleTest and the grader are told of a check.
struct Told {
  std::string message;
  std::map<std::string, std::string> records;
};

template <class Check>
Told told_by(const Check& check) {
  testing::TestPartResultArray failures;
  {
    testing::ScopedFakeTestPartResultReporter reporter(
        testing::ScopedFakeTestPartResultReporter::INTERCEPT_ONLY_CURRENT_THREAD, &failures);
    check();
  }
  Told told;
  for (int i = 0; i < failures.size(); ++i) told.message += failures.GetTestPartResult(i).message();
  const testing::TestResult& result = *testing::UnitTest::GetInstance()->current_test_info()->result();
  for (int i = 0; i < result.test_property_count(); ++i) {
    told.records[result.GetTestProperty(i).key()] = result.GetTestProperty(i).value();
  }
  return told;
}

struct Numbers {
  std::optional<int> find(const std::string& key) const {
    const auto entry = numbers.find(key);
    return entry == numbers.end() ? std::nullopt : std::optional(entry->second);
  }
  int find_or_put(const std::string& key, int number) { return numbers.try_emplace(key, number).first->second; }
  bool erase(const std::string& key) { return numbers.erase(key) > 0; }
  bool operator==(const Numbers&) const = default;

  std::map<std::string, int> numbers;
};

enum class Mistake { kNone, kPlainCounter, kLookThenPut, kForgetsToLock };

template <Mistake mistake>
class SharedNumbers {
 public:
  std::optional<int> find(const std::string& key) const {
    const std::shared_lock lock(mutex_);
    if constexpr (mistake == Mistake::kPlainCounter) {
      if (numbers_.find(key)) ++found_;
    }
    return numbers_.find(key);
  }
  int find_or_put(const std::string& key, int number) {
    if constexpr (mistake == Mistake::kLookThenPut) {
      if (const auto found = find(key)) return *found;
      const std::scoped_lock lock(mutex_);
      numbers_.numbers[key] = number;
      return number;
    }
    const std::scoped_lock lock(mutex_);
    return numbers_.find_or_put(key, number);
  }
  bool erase(const std::string& key) {
    if constexpr (mistake == Mistake::kForgetsToLock) return numbers_.erase(key);
    const std::scoped_lock lock(mutex_);
    return numbers_.erase(key);
  }

 private:
  mutable std::shared_mutex mutex_;
  Numbers numbers_;
  mutable int found_ = 0;
};

template <Mistake mistake>
void check_numbers(std::uint64_t schedules) {
  Client<SharedNumbers<mistake>, Numbers> client;
  const Values<std::string> keys("a", "b");
  client.operation(
      "find", [](auto& numbers, const std::string& key) { return numbers.find(key); }, keys);
  client.operation(
      "find_or_put", [](auto& numbers, const std::string& key, int number) { return numbers.find_or_put(key, number); },
      keys, Values<int>(1, 2));
  client.operation(
      "erase", [](auto& numbers, const std::string& key) { return numbers.erase(key); }, keys);
  client.in_the_end(
      "find", [](auto& numbers, const std::string& key) { return numbers.find(key); }, keys);
  check_linearizable(client, {.schedules = schedules, .random_scenarios = 20});
}

template <Mistake mistake>
Told told_of_numbers(std::uint64_t schedules = 20'000) {
  return told_by([schedules] { check_numbers<mistake>(schedules); });
}

TEST(CheckTest, ACorrectClassPasses) {
  const Told told = told_of_numbers<Mistake::kNone>();
  EXPECT_EQ(told.message, "");
  EXPECT_GT(std::stoul(told.records.at("lockstep_coverage_schedules")), 1'000U);
}

struct Purses {
  [[nodiscard]] int in(int purse) const { return purse == 0 ? first : second; }
  void move() {
    --first;
    ++second;
  }
  bool operator==(const Purses&) const = default;

  int first = 1;
  int second = 1;
};

/// Shows each purse as it is, in the middle of a move, too.
class ShownPurses {
 public:
  [[nodiscard]] int in(int purse) const { return purse == 0 ? first_ : second_; }
  void move() {
    const std::scoped_lock lock(mutex_);
    --first_;
    ++second_;
  }

 private:
  std::mutex mutex_;
  std::atomic<int> first_ = 1;
  std::atomic<int> second_ = 1;
};

TEST(CheckTest, AThreadThatLooksTwiceSeesTheMiddleOfAChange) {
  const Told told = told_by([] {
    Client<ShownPurses, Purses> client;
    client.operation(
        "in", [](auto& purses, int purse) { return purses.in(purse); }, Values<int>(0, 1));
    client.operation("move", [](auto& purses) { purses.move(); });
    check_linearizable(client, {.random_scenarios = 20});
  });
  EXPECT_NE(told.message.find("in(1) gave 1; allowed: 2"), std::string::npos) << told.message;
}

TEST(CheckTest, TheGraderIsToldOfHowManyScenarios) {
  const auto told = told_of_numbers<Mistake::kNone>().records;
  const auto number = [&](const char* key) { return std::stoul(told.at(key)); };
  // 2 x find, 4 x find_or_put, 2 x erase: 8 calls, so 36 pairs in each of several states.
  EXPECT_GT(number("lockstep_coverage_pairs"), 36U);
  EXPECT_EQ(number("lockstep_coverage_random"), 20U);
  EXPECT_GT(number("lockstep_coverage_complete"), 36U);
  EXPECT_LE(number("lockstep_coverage_complete"),
            number("lockstep_coverage_pairs") + number("lockstep_coverage_random"));
  EXPECT_EQ(told.at("lockstep_coverage_all_pairs"), "1");
}

TEST(CheckTest, ABudgetThatEndsBeforeThePairsIsNotCalledAll) {
  const auto told = told_of_numbers<Mistake::kNone>(60).records;
  EXPECT_EQ(told.at("lockstep_coverage_all_pairs"), "0");
  EXPECT_EQ(told.at("lockstep_coverage_end"), "budget");
  EXPECT_EQ(told.at("lockstep_coverage_random"), "0");
}

TEST(CheckTest, TwoReadersWhoFindTheSameKeyWriteACounter) {
  const Told told = told_of_numbers<Mistake::kPlainCounter>();
  EXPECT_EQ(told.records.at("lockstep_kind"), "data-race") << told.message;
  EXPECT_NE(told.message.find("  first: find_or_put(\"a\", 1)\n"
                              "  thread 1  | thread 2\n"
                              "  find(\"a\") | find(\"a\")\n"),
            std::string::npos)
      << told.message;
}

TEST(CheckTest, ALookAndAPutAreNotOneStep) {
  const Told told = told_of_numbers<Mistake::kLookThenPut>();
  EXPECT_EQ(told.records.at("lockstep_kind"), "assertion") << told.message;
  EXPECT_NE(told.message.find("No order of the operations explains it: "), std::string::npos) << told.message;
  EXPECT_NE(told.message.find("allowed: 1."), std::string::npos) << told.message;
  EXPECT_NE(told.message.find("  thread 1 "), std::string::npos) << told.message;
}

TEST(CheckTest, FindsARace) {
  EXPECT_EQ(told_of_numbers<Mistake::kForgetsToLock>().records.at("lockstep_kind"), "data-race");
}

/// A place for one number. put and take wait.
template <bool wakes_all, bool safe>
class Place {
 public:
  bool put(int number) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closed_ || !number_; });
    if (closed_) return false;
    if constexpr (safe) fault_point();
    number_ = number;
    if constexpr (!safe) fault_point();
    tell();
    return true;
  }
  std::optional<int> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closed_ || number_; });
    const auto taken = number_;
    number_.reset();
    tell();
    return taken;
  }
  void close() {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

 private:
  void tell() {
    if constexpr (wakes_all) {
      changed_.notify_all();
    } else {
      changed_.notify_one();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<int> number_;
  bool closed_ = false;
};

struct ReferencePlace {
  bool put(int value) {
    if (closed) return false;
    if (number) must_wait();
    number = value;
    return true;
  }
  std::optional<int> take() {
    if (!number && !closed) must_wait();
    return std::exchange(number, std::nullopt);
  }
  void close() { closed = true; }
  bool operator==(const ReferencePlace&) const = default;

  std::optional<int> number;
  bool closed = false;
};

template <class Subject>
Told told_of_place(std::size_t faults) {
  return told_by([faults] {
    Client<Subject, ReferencePlace> client;
    client
        .operation(
            "put", [](auto& place, int number) { return place.put(number); }, Values<int>(1, 2))
        .may_fail();
    client.operation("take", [](auto& place) { return place.take(); });
    client.lets_all_go_on("close", [](auto& place) { return place.close(); });
    check_linearizable(client, {.schedules = 8'000, .of_one_scenario = 50, .random_scenarios = 60, .faults = faults});
  });
}

TEST(CheckTest, ThreadsThatMustWaitMayWait) { EXPECT_EQ((told_of_place<Place<true, true>>(2).message), ""); }

TEST(CheckTest, AThreadThatNobodyWakesIsFound) {
  const Told told = told_of_place<Place<false, true>>(0);
  EXPECT_TRUE(told.records.at("lockstep_kind") == "deadlock" || told.records.at("lockstep_kind") == "lost-wakeup")
      << told.message;
}

TEST(CheckTest, AnExceptionThatLeavesATraceIsFound) {
  const Told told = told_of_place<Place<true, false>>(2);
  EXPECT_NE(told.message.find("exception: in call 1 of fault_point"), std::string::npos) << told.message;
}

/// Not a test: AFindingIsReplayed runs it in a process of its own, as `./lab replay` does.
TEST(CheckTest, DISABLED_OfALookAndAPut) { check_numbers<Mistake::kLookThenPut>(20'000); }

/// What this program prints when it is to run one schedule of that case.
std::string printed_by_replay_of(const std::string& schedule) {
  const std::string command = "LOCKSTEP_EXPLORE_REPLAY='" + schedule + "' /proc/" + std::to_string(getpid()) +
                              "/exe --gtest_also_run_disabled_tests --gtest_filter=CheckTest.DISABLED_OfALookAndAPut";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string printed;
  for (int c = fgetc(pipe.get()); c != EOF; c = fgetc(pipe.get())) printed += static_cast<char>(c);
  return printed;
}

TEST(CheckTest, AFindingIsReplayed) {
  const Told told = told_of_numbers<Mistake::kLookThenPut>();
  const std::string schedule = told.records.at("lockstep_replay");
  ASSERT_NE(schedule.find('@'), std::string::npos) << schedule;
  const std::string again = printed_by_replay_of(schedule);
  EXPECT_NE(again.find(told.records.at("lockstep_message")), std::string::npos) << again;
  EXPECT_NE(again.find("LOCKSTEP_EXPLORE_REPLAY=" + schedule + " "), std::string::npos) << again;
  EXPECT_NE(printed_by_replay_of("9:9@zz").find("this is no scenario with a schedule"), std::string::npos);
}

}  // namespace
}  // namespace lockstep
