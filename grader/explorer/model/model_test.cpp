// The model as a transition system: threads announce steps, and run as the test says. Nothing is interposed, and no
// thread is carried.

#include <gtest/gtest.h>

#include <vector>

#include "explorer/model/barrier.h"
#include "explorer/model/dead_end.h"
#include "explorer/model/state.h"

namespace lockstep::explorer {
namespace {

/// Chooses as it was told; when that is used up, the first value.
class Script final : public Driver {
 public:
  unsigned choose(unsigned options, ChoiceBias) override {
    const unsigned chosen = next_ < choices.size() ? choices[next_++] : 0;
    return chosen < options ? chosen : 0;
  }
  std::vector<unsigned> choices;

 private:
  std::size_t next_ = 0;
};

class ModelTest : public testing::Test {
 protected:
  ModelTest() { begin(); }

  void begin() {
    state_.begin(rules_, script_);
    for (ThreadId thread = 0; thread < 3; ++thread) {
      EXPECT_EQ(state_.create(1), thread);
      state_.run(thread);
    }
  }

  SyncObject& mutex() { return state_.sync().at(&mutex_, SyncObject::Kind::kMutex); }

  bool announce(ThreadId thread, OpKind kind, SyncObject& object) {
    return state_.announce(thread, {.operation = {.kind = kind, .place = 2, .object = object.address, .also = nullptr},
                                    .object = &object,
                                    .may_fail = true});
  }
  void announce_wait(ThreadId thread, SyncObject& condition, Time deadline = kNever) {
    EXPECT_TRUE(state_.announce(
        thread, {.operation = {.kind = OpKind::kWait, .place = 2, .object = condition.address, .also = &mutex_},
                 .object = &condition,
                 .deadline = deadline}));
  }
  void announce_sleep(ThreadId thread, Time until) {
    state_.announce(thread, {.operation = {.kind = OpKind::kSleep, .place = 2, .object = nullptr, .also = nullptr},
                             .deadline = until});
  }
  /// Announces it and makes it.
  Ending make(ThreadId thread, OpKind kind, SyncObject& object) {
    if (announce(thread, kind, object)) state_.run(thread);
    return state_.thread(thread).ending;
  }
  [[nodiscard]] FindingKind wrong() {
    const auto finding = state_.take_wrong();
    EXPECT_TRUE(finding);
    return finding ? finding->kind : FindingKind::kCrash;
  }

  Rules rules_;
  Script script_;
  State state_;
  int mutex_ = 0;
  int condition_ = 0;
};

TEST_F(ModelTest, AMutexLetsOneThreadInAtATime) {
  EXPECT_TRUE(announce(0, OpKind::kLock, mutex()));
  EXPECT_TRUE(announce(1, OpKind::kLock, mutex()));
  EXPECT_EQ(state_.enabled(), only(0) | only(1) | only(2));
  state_.run(0);
  EXPECT_EQ(state_.enabled(), only(0) | only(2));
  EXPECT_EQ(mutex().owner, 0);
  make(0, OpKind::kUnlock, mutex());
  EXPECT_EQ(state_.enabled(), only(0) | only(1) | only(2));
  state_.run(1);
  EXPECT_EQ(mutex().owner, 1);
  EXPECT_GE(state_.thread(1).clock[0], 1U) << "it knows what the thread before it did";
}

TEST_F(ModelTest, EffectsSayWhatAStepReadAndChanged) {
  announce(0, OpKind::kLock, mutex());
  const Effects locked = state_.run(0);
  ASSERT_EQ(locked.touched().size(), 1U);
  EXPECT_TRUE(locked.touched()[0].changed);
  announce(1, OpKind::kTryLock, mutex());
  const Effects refused = state_.run(1);
  ASSERT_EQ(refused.touched().size(), 1U);
  EXPECT_FALSE(refused.touched()[0].changed) << "an attempt that failed is a look";
  EXPECT_TRUE(dependent(locked, refused));
  EXPECT_FALSE(dependent(refused, refused));
  announce_sleep(2, state_.now() + 5);
  EXPECT_TRUE(state_.advance_time());
  EXPECT_TRUE(state_.run(2).uses_time());
}

TEST_F(ModelTest, TryLockFailsWhereItIsLockedOrSpuriously) {
  make(0, OpKind::kLock, mutex());
  EXPECT_EQ(make(1, OpKind::kTryLock, mutex()), Ending::kRefused);
  make(0, OpKind::kUnlock, mutex());
  script_.choices = {1, 0};
  EXPECT_EQ(make(1, OpKind::kTryLock, mutex()), Ending::kRefused);
  EXPECT_TRUE(state_.assumed().spurious);
  EXPECT_EQ(make(1, OpKind::kTryLock, mutex()), Ending::kDone);
}

TEST_F(ModelTest, NoMoreThanTheBudgetIsSpurious) {
  script_.choices = {1, 1, 1};
  EXPECT_EQ(make(0, OpKind::kTryLock, mutex()), Ending::kRefused);
  EXPECT_EQ(make(0, OpKind::kTryLock, mutex()), Ending::kRefused);
  EXPECT_EQ(make(0, OpKind::kTryLock, mutex()), Ending::kDone);
}

TEST_F(ModelTest, MisuseOfALockIsReported) {
  EXPECT_FALSE(announce(0, OpKind::kUnlock, mutex()));
  EXPECT_EQ(wrong(), FindingKind::kLockMisuse);
  make(0, OpKind::kLock, mutex());
  EXPECT_FALSE(announce(0, OpKind::kLock, mutex()));
  EXPECT_EQ(wrong(), FindingKind::kLockMisuse);
  EXPECT_FALSE(announce(1, OpKind::kUnlock, mutex()));
  EXPECT_EQ(wrong(), FindingKind::kLockMisuse);
  EXPECT_FALSE(state_.take_wrong()) << "each is reported once";
}

TEST_F(ModelTest, ARecursiveMutexIsFreeAfterAsManyUnlocksAsLocks) {
  mutex().recursive = true;
  make(0, OpKind::kLock, mutex());
  EXPECT_FALSE(announce(0, OpKind::kLock, mutex())) << "no other thread can notice it";
  EXPECT_FALSE(announce(0, OpKind::kUnlock, mutex()));
  EXPECT_EQ(mutex().owner, 0);
  make(0, OpKind::kUnlock, mutex());
  EXPECT_EQ(mutex().owner, -1);
}

TEST_F(ModelTest, AWriterWaitsForAllReaders) {
  SyncObject& lock = state_.sync().at(&condition_, SyncObject::Kind::kReadWriteLock);
  make(0, OpKind::kSharedLock, lock);
  make(1, OpKind::kSharedLock, lock);
  announce(2, OpKind::kLock, lock);
  EXPECT_FALSE(state_.enabled().contains(2));
  make(0, OpKind::kUnlock, lock);
  EXPECT_FALSE(state_.enabled().contains(2));
  make(1, OpKind::kUnlock, lock);
  EXPECT_TRUE(state_.enabled().contains(2));
}

TEST_F(ModelTest, ANotifiedThreadHasTheMutexAgainWhenItGoesOn) {
  SyncObject& condition = state_.sync().at(&condition_, SyncObject::Kind::kCondition);
  make(0, OpKind::kLock, mutex());
  announce_wait(0, condition);
  state_.run(0);
  EXPECT_TRUE(state_.thread(0).continues);
  EXPECT_EQ(mutex().owner, -1);
  EXPECT_FALSE(state_.enabled().contains(0));
  make(1, OpKind::kLock, mutex());
  make(1, OpKind::kNotifyOne, condition);
  EXPECT_FALSE(state_.enabled().contains(0)) << "the mutex is locked";
  make(1, OpKind::kUnlock, mutex());
  ASSERT_TRUE(state_.enabled().contains(0));
  state_.run(0);
  EXPECT_FALSE(state_.thread(0).continues);
  EXPECT_EQ(mutex().owner, 0);
}

TEST_F(ModelTest, ANotificationIsNotStored) {
  SyncObject& condition = state_.sync().at(&condition_, SyncObject::Kind::kCondition);
  make(1, OpKind::kNotifyAll, condition);
  make(0, OpKind::kLock, mutex());
  announce_wait(0, condition);
  state_.run(0);
  state_.end(1);
  state_.end(2);
  EXPECT_TRUE(state_.enabled().empty());
  EXPECT_EQ(may_have_missed_its_call(state_, {}), 0);
  EXPECT_EQ(lost_wakeup(state_, 0).kind, FindingKind::kLostWakeup);
}

TEST_F(ModelTest, WhichWaitingThreadIsNotifiedIsAChoice) {
  SyncObject& condition = state_.sync().at(&condition_, SyncObject::Kind::kCondition);
  for (const ThreadId thread : {0, 1}) {
    make(thread, OpKind::kLock, mutex());
    announce_wait(thread, condition);
    state_.run(thread);
  }
  script_.choices = {1};
  make(2, OpKind::kNotifyOne, condition);
  EXPECT_EQ(state_.enabled(), only(1) | only(2));
}

TEST_F(ModelTest, AWaitEndsSpuriouslyByChoice) {
  SyncObject& condition = state_.sync().at(&condition_, SyncObject::Kind::kCondition);
  make(0, OpKind::kLock, mutex());
  script_.choices = {1};
  announce_wait(0, condition);
  state_.run(0);
  ASSERT_TRUE(state_.enabled().contains(0));
  state_.run(0);
  EXPECT_EQ(mutex().owner, 0);
  EXPECT_EQ(state_.thread(0).ending, Ending::kDone);
}

TEST_F(ModelTest, TimePassesWhenNoThreadCanGoOn) {
  SyncObject& condition = state_.sync().at(&condition_, SyncObject::Kind::kCondition);
  const Time begin = state_.now();
  make(0, OpKind::kLock, mutex());
  announce_wait(0, condition, begin + 100);
  state_.run(0);
  announce_sleep(1, begin + 50);
  EXPECT_EQ(state_.enabled(), only(2));
  state_.end(2);
  EXPECT_EQ(state_.enabled(), only(1));
  EXPECT_EQ(state_.now(), begin + 50);
  state_.run(1);
  state_.end(1);
  EXPECT_EQ(state_.enabled(), only(0));
  state_.run(0);  // it gives up waiting
  state_.run(0);  // and has its mutex again
  EXPECT_EQ(state_.thread(0).ending, Ending::kTimedOut);
  EXPECT_EQ(mutex().owner, 0);
  EXPECT_TRUE(state_.assumed().timed);
}

TEST_F(ModelTest, ABusyMachineLetsTimePassWhileOthersCouldGoOn) {
  rules_.busy_machine = true;
  begin();
  announce_sleep(0, state_.now() + 50);
  script_.choices = {1};
  EXPECT_EQ(state_.enabled(), only(0) | only(1) | only(2));
}

TEST_F(ModelTest, ASemaphoreLetsAsManyInAsItCounts) {
  std::uint32_t count = 1;
  SyncObject& semaphore = state_.sync().at(&count, SyncObject::Kind::kSemaphore);
  announce(0, OpKind::kSemaphoreWait, semaphore);
  announce(1, OpKind::kSemaphoreWait, semaphore);
  state_.run(0);
  EXPECT_EQ(count, 0U);
  EXPECT_FALSE(state_.enabled().contains(1));
  EXPECT_EQ(make(2, OpKind::kSemaphoreTry, semaphore), Ending::kRefused);
  make(0, OpKind::kSemaphorePost, semaphore);
  EXPECT_TRUE(state_.enabled().contains(1));
  state_.run(1);
  EXPECT_EQ(count, 0U);
}

TEST_F(ModelTest, ABarrierLetsAllGoOnWhenTheLastArrives) {
  Barrier barrier{.parties = 3};
  SyncObject& object = state_.sync().at(&barrier, SyncObject::Kind::kBarrier);
  make(0, OpKind::kBarrier, object);
  make(1, OpKind::kBarrier, object);
  EXPECT_EQ(state_.enabled(), only(2));
  make(2, OpKind::kBarrier, object);
  EXPECT_EQ(state_.thread(2).answer, 1U);
  EXPECT_EQ(state_.enabled(), only(0) | only(1) | only(2));
  state_.run(0);
  EXPECT_FALSE(state_.thread(0).continues);
  EXPECT_GE(state_.thread(0).clock[2], 1U);
}

TEST_F(ModelTest, AWaitForAnAtomicSleepsOnlyWhileTheValueIsTheOneExpected) {
  std::uint32_t word = 7;
  const auto wait = [&](ThreadId thread, std::uint32_t expected) {
    state_.announce(thread, {.operation = {.kind = OpKind::kFutexWait, .place = 2, .object = &word, .also = nullptr},
                             .operand = expected});
    state_.run(thread);
  };
  wait(0, 6);
  EXPECT_EQ(state_.thread(0).ending, Ending::kRefused);
  EXPECT_TRUE(state_.enabled().contains(0));
  wait(0, 7);
  wait(1, 7);
  EXPECT_EQ(state_.enabled(), only(2));
  state_.announce(
      2, {.operation = {.kind = OpKind::kFutexWake, .place = 2, .object = &word, .also = nullptr}, .operand = 1});
  state_.run(2);
  EXPECT_EQ(state_.thread(2).answer, 1U);
  EXPECT_EQ(state_.enabled(), only(0) | only(2));
}

TEST_F(ModelTest, AJoinWaitsForTheEnd) {
  state_.announce(0,
                  {.operation = {.kind = OpKind::kJoin, .place = 2, .object = nullptr, .also = nullptr}, .joins = 1});
  EXPECT_EQ(state_.enabled(), only(1) | only(2));
  state_.end(1);
  EXPECT_EQ(state_.enabled(), only(0) | only(2));
}

TEST_F(ModelTest, ACircleOfWaitingThreadsIsADeadlock) {
  SyncObject& other = state_.sync().at(&condition_, SyncObject::Kind::kMutex);
  make(0, OpKind::kLock, mutex());
  make(1, OpKind::kLock, other);
  announce(0, OpKind::kLock, other);
  announce(1, OpKind::kLock, mutex());
  state_.end(2);
  EXPECT_TRUE(state_.enabled().empty());
  EXPECT_EQ(no_runnable_thread(state_, false).kind, FindingKind::kDeadlock);
}

TEST_F(ModelTest, OvertakingMoreOftenThanTheBoundIsStarvation) {
  rules_.bypass_bound = 1;
  make(0, OpKind::kLock, mutex());
  announce(1, OpKind::kLock, mutex());
  make(0, OpKind::kUnlock, mutex());
  make(2, OpKind::kLock, mutex());
  EXPECT_FALSE(state_.is_wrong());
  make(2, OpKind::kUnlock, mutex());
  make(0, OpKind::kLock, mutex());
  EXPECT_EQ(wrong(), FindingKind::kStarvation);
}

TEST_F(ModelTest, HasRoomForSoManyThreadsAndNoMore) {
  for (ThreadId thread = 3; thread < kMaxThreads; ++thread) ASSERT_EQ(state_.create(1), thread);
  EXPECT_EQ(state_.create(1), -1);
  EXPECT_EQ(state_.enabled().size(), kMaxThreads);
  state_.end(100);
  state_.release_number(100);
  EXPECT_EQ(state_.create(1), 100);
}

}  // namespace
}  // namespace lockstep::explorer
