// The model on programs whose endings are easy to work out by hand.

#include "twin/model.h"

#include <gtest/gtest.h>

namespace lockstep::explorer::twin {
namespace {

using enum OpKind;
using Thread = std::vector<Op>;

constexpr Op kLoadX{.kind = kLoad};
constexpr Op kLockM{.kind = kLock};
constexpr Op kUnlockM{.kind = kUnlock};

Op store(int value, int word = 0) { return {.kind = kStore, .word = word, .value = value}; }
Op on(OpKind kind, int value = 0, int old = 0) { return {.kind = kind, .value = value, .old = old}; }
Op poll(OpKind kind, int looks) { return {.kind = kind, .value = 1, .looks = looks}; }
Op timed(OpKind kind, int time_ms) { return {.kind = kind, .time_ms = time_ms}; }

Reachable of(std::vector<Thread> threads, const ModelOptions& options = {}) {
  return *reachable({.threads = std::move(threads)}, options);
}

/// Endings without the words that stay 0: the registers, and the first word.
std::set<Ending> endings(const Reachable& found) {
  std::set<Ending> all;
  for (Ending ending : found.endings) {
    ending.resize(ending.size() - (kWords - 1));
    all.insert(ending);
  }
  return all;
}

using Endings = std::set<Ending>;

TEST(ModelTest, ALoadBesideAStoreSeesEither) {
  const auto found = of({{kLoadX}, {store(1)}});
  EXPECT_EQ(endings(found), (Endings{{0, 0, 1}, {1, 0, 1}}));
  EXPECT_FALSE(found.hangs());
}

TEST(ModelTest, TwoFlagsAreNotBothMissed) {
  const auto found = of({{store(1, 1), {.kind = kLoad, .word = 2}}, {store(1, 2), {.kind = kLoad, .word = 1}}});
  EXPECT_EQ(found.endings, (Endings{{0, 0, 0, 1, 0, 1, 1}, {0, 1, 0, 0, 0, 1, 1}, {0, 1, 0, 1, 0, 1, 1}}));
}

TEST(ModelTest, NoIncrementIsLost) {
  EXPECT_EQ(endings(of({{on(kFetchAdd, 1)}, {on(kFetchAdd, 1)}})), (Endings{{0, 1, 2}, {1, 0, 2}}));
}

TEST(ModelTest, AnExchangeGivesWhatWasThere) {
  EXPECT_EQ(endings(of({{on(kExchange, 1)}, {on(kExchange, 2)}})), (Endings{{0, 1, 2}, {2, 0, 1}}));
}

TEST(ModelTest, OneOfTwoCompareExchangesSucceeds) {
  EXPECT_EQ(endings(of({{on(kCompareExchange, 1)}, {on(kCompareExchange, 2)}})),
            (Endings{{kSucceeded, 1, 1}, {2, kSucceeded, 2}}));
}

TEST(ModelTest, AWeakCompareExchangeFailsAsOftenAsTheBudgetAllows) {
  const Thread thrice(3, on(kCompareExchangeWeak, 1));
  EXPECT_EQ(endings(of({thrice}, {.spurious_budget = 0})), (Endings{{kSucceeded, 1, 1, 1}}));
  EXPECT_EQ(endings(of({thrice}, {.weak_may_fail = false})), (Endings{{kSucceeded, 1, 1, 1}}));
  EXPECT_EQ(endings(of({thrice})), (Endings{{kSucceeded, 1, 1, 1}, {0, kSucceeded, 1, 1}, {0, 0, kSucceeded, 1}}));
}

TEST(ModelTest, WhatALockGuardsIsNotSeenInBetween) {
  const Thread writer{kLockM, store(1), store(0), kUnlockM};
  EXPECT_EQ(endings(of({{kLoadX}, writer})).size(), 2);
  EXPECT_EQ(endings(of({{kLockM, kLoadX, kUnlockM}, writer})).size(), 1);
}

TEST(ModelTest, LocksInOppositeOrdersGetStuckOrNot) {
  const Op lock_n{.kind = kLock, .mutex = 1};
  const Op unlock_n{.kind = kUnlock, .mutex = 1};
  const auto found = of({{kLockM, lock_n, unlock_n, kUnlockM}, {lock_n, kLockM, kUnlockM, unlock_n}});
  EXPECT_TRUE(found.stuck);
  EXPECT_FALSE(found.livelock);
  EXPECT_EQ(found.endings.size(), 1);
  EXPECT_FALSE(of({{kLockM, lock_n, unlock_n, kUnlockM}, {kLockM, lock_n, unlock_n, kUnlockM}}).hangs());
}

TEST(ModelTest, TryLockFailsWhereAnotherHoldsTheMutexOrSpuriously) {
  const Op attempt = on(kTryLock, 1, 2);
  EXPECT_EQ(endings(of({{attempt}}, {.spurious_budget = 0})), (Endings{{1, 1}}));
  EXPECT_EQ(endings(of({{kLockM, kUnlockM}, {attempt}}, {.spurious_budget = 0})),
            (Endings{{0, 0, 1, 1}, {0, 0, 0, 2}}));
  EXPECT_EQ(endings(of({{attempt}})), (Endings{{1, 1}, {0, 2}}));
}

TEST(ModelTest, APollSeesTheValueOrGivesUp) {
  for (const OpKind kind : {kPoll, kYieldingPoll}) {
    EXPECT_EQ(endings(of({{poll(kind, 12)}, {store(1)}})), (Endings{{0, 0, 1}, {1, 0, 1}}));
  }
  EXPECT_EQ(endings(of({{poll(kCountedPoll, 3)}, {store(1)}})), (Endings{{0, 0, 1}, {1, 0, 1}, {2, 0, 1}, {3, 0, 1}}));
}

TEST(ModelTest, ASpinEndsWhereTheValueComesAndStays) {
  for (const OpKind kind : {kSpin, kYieldingSpin}) {
    const auto found = of({{on(kind, 1)}, {store(1)}});
    EXPECT_EQ(endings(found), (Endings{{0, 0, 1}}));
    EXPECT_FALSE(found.hangs());
  }
}

TEST(ModelTest, ASpinIsALivelockWhereTheValueMayPassUnseen) {
  const auto found = of({{on(kSpin, 1)}, {store(1), store(2)}});
  EXPECT_TRUE(found.livelock);
  EXPECT_FALSE(found.stuck);
  EXPECT_EQ(found.endings.size(), 1);
}

TEST(ModelTest, AYieldChangesNothing) {
  EXPECT_EQ(endings(of({{on(kYield), kLoadX}, {store(1)}})), (Endings{{0, 0, 0, 1}, {0, 1, 0, 1}}));
}

TEST(ModelTest, AnAtomicWaitNeedsANotificationAfterTheStore) {
  const Op wait = on(kAtomicWait);
  const Op notify = on(kAtomicNotifyOne);
  EXPECT_TRUE(of({{wait}, {store(1)}}).stuck);
  EXPECT_EQ(of({{wait}, {store(1)}}).endings.size(), 1);
  EXPECT_TRUE(of({{wait}, {notify, store(1)}}).stuck);
  EXPECT_FALSE(of({{wait}, {store(1), notify}}).hangs());
  EXPECT_TRUE(of({{wait}, {notify}}).endings.empty()) << "woken, it sees the old value and waits again";
}

TEST(ModelTest, NotifyOneWakesOneOfTwo) {
  const Op wait = on(kAtomicWait);
  EXPECT_TRUE(of({{wait}, {wait}, {store(1), on(kAtomicNotifyOne)}}).stuck);
  EXPECT_FALSE(of({{wait}, {wait}, {store(1), on(kAtomicNotifyAll)}}).hangs());
}

TEST(ModelTest, AConditionNeedsTheMutexWhereItChanges) {
  const Op wait = on(kConditionWait, 1);
  EXPECT_FALSE(of({{wait}, {kLockM, store(1), kUnlockM, on(kNotifyOne)}}).hangs());
  EXPECT_TRUE(of({{wait}, {store(1), on(kNotifyOne)}}).stuck);
  EXPECT_TRUE(of({{wait}, {wait}, {kLockM, store(1), kUnlockM, on(kNotifyOne)}}).stuck);
  EXPECT_FALSE(of({{wait}, {wait}, {kLockM, store(1), kUnlockM, on(kNotifyAll)}}).hangs());
}

TEST(ModelTest, ABareWaitMissesItsCallOrWakesForNoReason) {
  EXPECT_TRUE(of({{on(kBareWait)}, {on(kNotifyOne)}}).stuck);
  const auto alone = of({{on(kBareWait)}});
  EXPECT_TRUE(alone.stuck);
  EXPECT_EQ(alone.endings.size(), 1);
  EXPECT_TRUE(of({{on(kBareWait)}}, {.spurious_budget = 0}).endings.empty());
}

TEST(ModelTest, ASemaphoreLetsInAsManyAsItsCount) {
  const Op acquire = on(kAcquire);
  EXPECT_TRUE(of({{acquire}}).stuck);
  EXPECT_FALSE(of({{acquire}, {on(kRelease)}}).hangs());
  EXPECT_EQ(endings(of({{on(kTryAcquire)}, {on(kRelease)}})), (Endings{{0, 0, 0}, {1, 0, 0}}));
  EXPECT_EQ(endings(*reachable({.threads = {{on(kTryAcquire)}, {on(kTryAcquire)}}, .semaphore = 1})),
            (Endings{{0, 1, 0}, {1, 0, 0}}));
}

TEST(ModelTest, TheLibrarysSemaphoreSleepsWhereAnotherTookAndGaveBackInBetween) {
  const Thread visit{on(kAcquire), on(kRelease)};
  const auto found = [&](bool as_library) {
    return *reachable({.threads = {visit, visit}, .semaphore = 1}, {.library_semaphore = as_library});
  };
  EXPECT_FALSE(found(false).hangs());
  EXPECT_TRUE(found(true).stuck);
  EXPECT_EQ(found(true).endings, found(false).endings);
  EXPECT_FALSE(of({{on(kAcquire)}, {on(kRelease)}}, {.library_semaphore = true}).hangs());
}

TEST(ModelTest, ASleepIsExactUnlessTheMachineIsBusy) {
  const std::vector<Thread> threads{{timed(kSleep, 1), kLoadX}, {store(1)}};
  EXPECT_EQ(endings(of(threads)), (Endings{{0, 1, 0, 1}}));
  EXPECT_EQ(endings(of(threads, {.busy_machine = true})), (Endings{{0, 1, 0, 1}, {0, 0, 0, 1}}));
}

TEST(ModelTest, TheShorterSleepEndsFirstUnlessTheMachineIsBusy) {
  const std::vector<Thread> threads{{timed(kSleep, 2), store(2)}, {timed(kSleep, 1), store(1)}};
  EXPECT_EQ(endings(of(threads)), (Endings{{0, 0, 0, 0, 2}}));
  EXPECT_EQ(endings(of(threads, {.busy_machine = true})), (Endings{{0, 0, 0, 0, 2}, {0, 0, 0, 0, 1}}));
}

TEST(ModelTest, ASpinLetsTimePass) { EXPECT_FALSE(of({{on(kSpin, 1)}, {timed(kSleep, 1), store(1)}}).hangs()); }

TEST(ModelTest, ATimedWaitEndsByItsTimeOrByANotification) {
  const std::vector<Thread> threads{{timed(kWaitFor, 1)}, {on(kNotifyOne)}};
  const auto found = of(threads, {.spurious_budget = 0});
  EXPECT_EQ(endings(found), (Endings{{1, 0, 0}, {0, 0, 0}}));
  EXPECT_FALSE(found.hangs());
  EXPECT_EQ(endings(of({{timed(kWaitFor, 1)}}, {.spurious_budget = 0})), (Endings{{1, 0}}));
}

TEST(ModelTest, GivesUpWhereThereAreTooManyStates) {
  EXPECT_FALSE(reachable({.threads = {{kLoadX}, {store(1)}}}, {.most_states = 3}));
}

}  // namespace
}  // namespace lockstep::explorer::twin
