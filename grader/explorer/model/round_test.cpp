#include "explorer/model/round.h"

#include <gtest/gtest.h>

#include <array>

namespace lockstep::explorer {
namespace {

constexpr LocalState kState{.registers = 1, .stack = 2};
constexpr Standpoint kPoint{.caller = nullptr, .kind = OpKind::kLoad, .object = nullptr};

Effects access(const void* object, std::size_t size, bool changed) {
  Effects effects;
  effects.begin(object, size, changed);
  return effects;
}

class RoundTest : public testing::Test {
 protected:
  void begin(int most_misses = 8) { round_.begin(kPoint, kState, 0, stack_, most_misses); }

  Round round_;
  std::array<std::byte, 64> stack_{};
  int word_ = 7;
};

TEST_F(RoundTest, IsClosedWhenNothingIsOtherThanBefore) {
  begin();
  EXPECT_TRUE(round_.stands_at(kPoint));
  EXPECT_TRUE(round_.is_closed(kState, 0));
}

TEST_F(RoundTest, IsOpenWhileARegisterOrTheStackOrTheLocksDiffer) {
  begin();
  EXPECT_FALSE(round_.is_closed({.registers = 3, .stack = 2}, 0));
  EXPECT_FALSE(round_.is_closed({.registers = 1, .stack = 3}, 0));
  EXPECT_FALSE(round_.is_closed(kState, 5));
}

TEST_F(RoundTest, IsOpenUntilWhatWasWrittenHasItsOldValue) {
  begin();
  round_.note_write(&word_, sizeof word_);
  word_ = 8;
  EXPECT_FALSE(round_.is_closed(kState, 0));
  round_.note_write(&word_, sizeof word_);
  word_ = 7;
  EXPECT_TRUE(round_.is_closed(kState, 0));
}

TEST_F(RoundTest, LeavesTheThreadsOwnStackToTheState) {
  begin();
  round_.note_write(&stack_[8], 8);
  stack_[8] = std::byte{1};
  EXPECT_TRUE(round_.is_closed(kState, 0));
}

TEST_F(RoundTest, StopsAfterSomeMisses) {
  begin(2);
  EXPECT_FALSE(round_.is_closed(kState, 1));
  EXPECT_TRUE(round_.active());
  EXPECT_FALSE(round_.is_closed(kState, 1));
  EXPECT_FALSE(round_.active());
}

TEST_F(RoundTest, StopsWhenItWritesMoreThanItCanCompare) {
  begin();
  std::array<int, 4096> many{};
  round_.note_write(many.data(), sizeof many);
  EXPECT_FALSE(round_.active());
}

TEST_F(RoundTest, DependsOnAChangeOfWhatItReadAndOnNothingElse) {
  begin();
  int other = 0;
  round_.note(access(&word_, sizeof word_, false));
  EXPECT_TRUE(round_.depends_on(access(&word_, sizeof word_, true)));
  EXPECT_TRUE(round_.depends_on(access(reinterpret_cast<const std::byte*>(&word_) + 2, 1, true)));
  EXPECT_FALSE(round_.depends_on(access(&word_, sizeof word_, false)));
  EXPECT_FALSE(round_.depends_on(access(&other, sizeof other, true)));
  EXPECT_FALSE(round_.changes_on_the_way());
}

TEST_F(RoundTest, DependsOnALookAtWhatItChangedOnTheWay) {
  begin();
  round_.note(access(&word_, sizeof word_, true));
  EXPECT_TRUE(round_.depends_on(access(&word_, sizeof word_, false)));
  EXPECT_TRUE(round_.changes_on_the_way());
}

TEST_F(RoundTest, AValueStoredAgainIsNoOtherValue) {
  begin();
  Effects same = access(&word_, sizeof word_, true);
  same.kept_values();
  round_.note(same);
  EXPECT_FALSE(round_.depends_on(same));
  EXPECT_FALSE(round_.changes_on_the_way());
}

TEST(EffectsTest, StepsDependByWhatOneOfThemChanged) {
  int a = 0;
  int b = 0;
  EXPECT_FALSE(dependent(access(&a, 4, false), access(&a, 4, false)));
  EXPECT_TRUE(dependent(access(&a, 4, true), access(&a, 4, false)));
  EXPECT_FALSE(dependent(access(&a, 4, true), access(&b, 4, true)));
  Effects failed = access(&a, 4, true);
  failed.only_read();
  EXPECT_FALSE(dependent(failed, access(&a, 4, false)));
}

TEST(EffectsTest, TimeAndWhatCannotBeToldDependToo) {
  Effects asks;
  asks.use_time();
  EXPECT_TRUE(dependent(asks, asks));
  EXPECT_FALSE(dependent(asks, Effects{}));
  Effects all;
  all.affect_all();
  EXPECT_TRUE(dependent(all, Effects{}));
}

TEST(EffectsTest, MoreThanFitsCountsAsAll) {
  std::array<int, 8> words{};
  Effects many;
  for (const int& word : words) many.touch(&word, sizeof word, false);
  EXPECT_TRUE(many.affects_all());
}

}  // namespace
}  // namespace lockstep::explorer
