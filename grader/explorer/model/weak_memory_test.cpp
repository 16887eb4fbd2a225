// What a load may read, in the model alone: threads announce steps, and run as the test says. All that C++20 allows of
// small programs is compared in litmus/.

#include "explorer/model/weak_memory.h"

#include <gtest/gtest.h>

#include <vector>

#include "explorer/model/words.h"

namespace lockstep::explorer {
namespace {

/// Always chooses the oldest store that a load may read.
class Oldest final : public Driver {
 public:
  unsigned choose(unsigned options, ChoiceBias) override {
    asked.push_back(options);
    return options - 1;
  }
  std::vector<unsigned> asked;  ///< how many stores each load could read, where it had a choice
};

class WeakMemoryModelTest : public testing::Test {
 protected:
  WeakMemoryModelTest() {
    rules_.stale_read_budget = 2;
    state_.begin(rules_, oldest_);
    for (ThreadId thread = 0; thread < 2; ++thread) {
      EXPECT_EQ(state_.create(1), thread);
      state_.run(thread);
    }
  }

  void store(ThreadId thread, int& word, int value, int order = kRelaxed) {
    state_.announce(thread, {.operation = {.kind = OpKind::kStore, .object = &word}});
    state_.run(thread);
    store_word(state_, {.word = &word, .order = order}, static_cast<AtomicValue>(word), static_cast<AtomicValue>(value),
               false);
    word = value;
  }

  int load(ThreadId thread, const int& word, int order = kRelaxed, bool stale = true) {
    state_.announce(thread, {.operation = {.kind = OpKind::kLoad, .object = &word}});
    state_.run(thread);
    const AtomicAccess access{.word = &word, .order = order, .stale = stale};
    return static_cast<int>(load_word(state_, access, static_cast<AtomicValue>(word)).value);
  }

  Rules rules_;
  Oldest oldest_;
  State state_;
  int x_ = 0;
  int y_ = 0;
};

TEST_F(WeakMemoryModelTest, ALoadReadsNothingOlderThanItsThreadKnows) {
  store(0, x_, 1);
  store(0, x_, 2);
  EXPECT_EQ(load(0, x_), 2) << "its own store";
  EXPECT_EQ(load(1, x_), 0);
  EXPECT_EQ(oldest_.asked, std::vector<unsigned>{3});
}

TEST_F(WeakMemoryModelTest, WhatIsAcquiredIsKnown) {
  store(0, x_, 1);
  store(0, y_, 1, kRelease);
  EXPECT_EQ(load(1, y_, kAcquire, false), 1) << "the latest";
  EXPECT_EQ(load(1, x_), 1);
}

TEST_F(WeakMemoryModelTest, TheLibrarysLoadsReadTheLatest) {
  store(0, x_, 1);
  EXPECT_EQ(load(1, x_, kRelaxed, false), 1);
}

TEST_F(WeakMemoryModelTest, NoMoreLoadsAreStaleThanTheBudgetAllows) {
  store(0, x_, 1);
  EXPECT_EQ(load(1, x_), 0);
  EXPECT_EQ(load(1, x_), 0);
  EXPECT_EQ(load(1, x_), 1);
}

TEST_F(WeakMemoryModelTest, ACompareExchangeThatReadsWhatItExpectsReadsTheLatest) {
  store(0, x_, 1);
  state_.announce(1, {.operation = {.kind = OpKind::kReadModifyWrite, .object = &x_}});
  state_.run(1);
  const AtomicAccess access{.word = &x_, .order = kRelaxed, .stale = true};
  const auto fails = load_unless(state_, access, 1, 1);
  ASSERT_TRUE(fails) << "by the older value";
  EXPECT_EQ(fails->value, AtomicValue{0});
  EXPECT_FALSE(load_unless(state_, {.word = &x_, .order = kRelaxed, .stale = false}, 1, 1)) << "it succeeds";
}

TEST_F(WeakMemoryModelTest, AValueThatNoAtomicStoreHasLeftBeginsANewHistory) {
  store(0, x_, 1);
  x_ = 7;  // a new object in the same place
  EXPECT_EQ(load(1, x_), 7);
}

TEST_F(WeakMemoryModelTest, OfManyStoresTheLatestAreRemembered) {
  for (int value = 1; value <= 100; ++value) store(0, x_, value);
  EXPECT_EQ(load(1, x_), 101 - static_cast<int>(StoreHistory::kMost));
}

}  // namespace
}  // namespace lockstep::explorer
