#include "linearize/search.h"

#include <gtest/gtest.h>

#include <array>
#include <deque>
#include <random>

#include "linearize/brute_force.h"

namespace lockstep::linearize {
namespace {

/// A queue with one place, whose push and pop wait; `look` may see an item or, as it likes, nothing.
struct Queue : State {
  explicit Queue(std::deque<int> inside) : items(std::move(inside)) {}
  [[nodiscard]] bool equals(const State& other) const override {
    return items == static_cast<const Queue&>(other).items;
  }
  std::deque<int> items;
};

enum class Kind { kPush, kPop, kTryPop, kLook, kSwap };

struct Call {
  Kind kind = Kind::kPop;
  int value = 0;
};

class QueueSpecification : public Specification {
 public:
  explicit QueueSpecification(std::vector<Call> calls) : calls_(std::move(calls)) {}

  [[nodiscard]] std::shared_ptr<const State> first() const override { return queue({}); }

  [[nodiscard]] std::vector<Step> steps(const State& state, std::size_t operation, bool begun) const override {
    const std::deque<int>& items = static_cast<const Queue&>(state).items;
    const Call& call = calls_[operation];
    const std::string front = items.empty() ? "nothing" : std::to_string(items.front());
    switch (call.kind) {
      case Kind::kPush:
        if (!items.empty()) return {};
        return {{.state = queue({call.value}), .outcome = "done"}};
      case Kind::kPop:
        if (items.empty()) return {};
        return {{queue({}), front}};
      case Kind::kTryPop:
        return {{queue({}), front}};
      case Kind::kLook:
        return {{queue(items), front}, {queue(items), "nothing"}};
      case Kind::kSwap:  // in two steps: it takes, and then puts
        if (!begun) return {{queue({}), std::nullopt}};
        return {{.state = queue({call.value}), .outcome = "done"}};
    }
    return {};
  }

 private:
  static std::shared_ptr<const State> queue(std::deque<int> items) { return std::make_shared<Queue>(std::move(items)); }

  std::vector<Call> calls_;
};

TEST(SearchTest, AnEmptyHistoryIsLinearizable) { EXPECT_TRUE(linearizable({}, QueueSpecification({}))); }

TEST(SearchTest, OverlappingOperationsMayTakeEffectInEitherOrder) {
  const QueueSpecification specification({{Kind::kTryPop}, {Kind::kPush, 1}});
  EXPECT_TRUE(linearizable({{.outcome = "1"}, {.outcome = "done"}}, specification));
  EXPECT_TRUE(linearizable({{.outcome = "nothing"}, {.outcome = "done"}}, specification));
  EXPECT_FALSE(linearizable({{.outcome = "2"}, {.outcome = "done"}}, specification));
}

TEST(SearchTest, AnOperationTakesEffectBehindThoseThatReturnedBeforeItsCall) {
  const QueueSpecification specification({{Kind::kPush, 1}, {Kind::kTryPop}});
  EXPECT_TRUE(linearizable({{.outcome = "done"}, {.outcome = "1", .before = 0b01}}, specification));
  EXPECT_FALSE(linearizable({{.outcome = "done"}, {.outcome = "nothing", .before = 0b01}}, specification));
}

TEST(SearchTest, AnOperationThatHasNotReturnedMayHaveHadItsEffectOrNot) {
  const QueueSpecification specification({{Kind::kPush, 1}, {Kind::kTryPop}});
  EXPECT_TRUE(linearizable({{}, {.outcome = "1"}}, specification));
  EXPECT_TRUE(linearizable({{}, {.outcome = "nothing"}}, specification));
  EXPECT_FALSE(linearizable({{}, {.outcome = "2"}}, specification));
}

TEST(SearchTest, AnOperationThatMustWaitHasNoEffectUntilItMayGoOn) {
  const QueueSpecification specification({{Kind::kPop}, {Kind::kPush, 1}});
  EXPECT_TRUE(linearizable({{.outcome = "1"}, {.outcome = "done"}}, specification));
  EXPECT_FALSE(linearizable({{.outcome = "1"}, {.outcome = "done", .before = 0b01}}, specification))
      << "pop returned before there was an item";
}

TEST(SearchTest, AnOperationThatStoodStillMustHaveHadToWait) {
  const QueueSpecification specification({{Kind::kPop}, {Kind::kPush, 1}, {Kind::kPop}});
  EXPECT_TRUE(linearizable({{.outcome = "1"}, {.outcome = "done", .waiting = 0b001}}, specification));
  EXPECT_FALSE(
      linearizable({{}, {.outcome = "done"}, {.outcome = "1", .before = 0b10, .waiting = 0b001}}, specification))
      << "an item was inside, and pop stood still";
}

TEST(SearchTest, OtherOperationsMayComeBetweenTwoSteps) {
  const QueueSpecification specification({{Kind::kSwap, 2}, {Kind::kTryPop}, {Kind::kTryPop}});
  EXPECT_TRUE(
      linearizable({{.outcome = "done"}, {.outcome = "nothing"}, {.outcome = "2", .before = 0b10}}, specification));
  EXPECT_FALSE(linearizable({{.outcome = "done"}, {.outcome = "2"}, {.outcome = "2"}}, specification));
}

TEST(SearchTest, SaysWhatWouldBeAllowed) {
  const QueueSpecification specification({{Kind::kPush, 1}, {Kind::kLook}, {Kind::kTryPop}});
  const History history{{.outcome = "done"}, {.outcome = "7"}, {.outcome = "1", .before = 0b01}};
  EXPECT_EQ(allowed_outcomes(history, 1, specification), (std::set<std::string>{"1", "nothing"}));
  const Misfit misfit = first_misfit(history, specification);
  EXPECT_EQ(misfit.operation, 1U);
  EXPECT_EQ(misfit.allowed, (std::set<std::string>{"1", "nothing"}));
}

TEST(SearchTest, BlamesTheFirstOperationThatDoesNotFitThoseBeforeIt) {
  const QueueSpecification specification({{Kind::kPush, 1}, {Kind::kTryPop}, {Kind::kTryPop}});
  const Misfit misfit =
      first_misfit({{.outcome = "done"}, {.outcome = "1"}, {.outcome = "1", .before = 0b011}}, specification);
  EXPECT_EQ(misfit.operation, 2U);
  EXPECT_EQ(misfit.allowed, std::set<std::string>{"nothing"});
}

/// A random history of up to five operations on up to three threads, with outcomes of which many fit.
class RandomHistory {
 public:
  explicit RandomHistory(unsigned seed) : random_(seed) {
    const std::size_t size = 1 + random_() % 5;
    std::array<OperationSet, 3> of_thread{};
    OperationSet returned = 0;  // it only grows: what was in the past of one operation is in that of the next
    for (std::size_t i = 0; i < size; ++i) {
      OperationSet& own = of_thread.at(random_() % 3);
      if (random_() % 3 == 0) returned |= of_thread.at(random_() % 3);
      returned |= own;
      own |= only(i);
      add(i, returned);
    }
    for (std::size_t i = 0; i < size; ++i) {
      if (!contains(returned, i) && random_() % 6 == 0) history_[i].outcome.reset();
    }
  }

  [[nodiscard]] const History& history() const { return history_; }
  [[nodiscard]] const std::vector<Call>& calls() const { return calls_; }

 private:
  void add(std::size_t operation, OperationSet returned) {
    const auto kind = static_cast<Kind>(random_() % 4);
    calls_.push_back({kind, static_cast<int>(1 + random_() % 2)});
    Event event{.outcome = outcome(kind), .before = returned};
    if (random_() % 8 == 0 && operation > 0) event.waiting = only(random_() % operation) & ~returned;
    history_.push_back(event);
  }

  std::string outcome(Kind kind) {
    if (kind == Kind::kPush) return "done";
    const auto value = random_() % 3;
    return value == 0 ? "nothing" : std::to_string(value);
  }

  std::minstd_rand random_;
  History history_;
  std::vector<Call> calls_;
};

TEST(SearchTest, AgreesWithBruteForceOnRandomHistories) {
  int fitting = 0;
  constexpr unsigned kHistories = 20'000;
  for (unsigned seed = 1; seed <= kHistories; ++seed) {
    const RandomHistory random(seed);
    const QueueSpecification specification(random.calls());
    const bool expected = BruteForce(random.history(), specification).linearizable();
    ASSERT_EQ(linearizable(random.history(), specification), expected) << "seed " << seed;
    fitting += expected ? 1 : 0;
  }
  EXPECT_GT(fitting, static_cast<int>(kHistories) / 20) << "both answers must occur often";
  EXPECT_LT(fitting, static_cast<int>(kHistories) * 19 / 20);
}

TEST(SearchTest, WhatIsAllowedIsJustWhatWouldBeLinearizable) {
  for (unsigned seed = 1; seed <= 3'000; ++seed) {
    const RandomHistory random(seed);
    const QueueSpecification specification(random.calls());
    for (std::size_t i = 0; i < random.history().size(); ++i) {
      std::set<std::string> expected;
      for (const char* outcome : {"done", "nothing", "1", "2"}) {
        History other = random.history();
        other[i].outcome = outcome;
        if (BruteForce(other, specification).linearizable()) expected.insert(outcome);
      }
      ASSERT_EQ(allowed_outcomes(random.history(), i, specification), expected) << "seed " << seed;
    }
  }
}

TEST(SearchTest, DoesNotSearchTheSameTwice) {
  // Without memory, 13 operations that commute would be tried in 13! orders before the last one is known to fail.
  std::vector<Call> calls(13, Call{Kind::kLook});
  History history(13, Event{.outcome = "nothing"});
  calls.push_back({Kind::kTryPop});
  history.push_back({.outcome = "1"});
  EXPECT_FALSE(linearizable(history, QueueSpecification(calls)));
}

}  // namespace
}  // namespace lockstep::linearize
