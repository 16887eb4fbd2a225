// Here the explorer is the referee: these programs must come to a standstill in some schedule, and end in others.

#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "causes.h"
#include "lockstep/explore.h"

namespace {

using Seen = WatchedMutex::Seen;
using Cause = void (*)(WatchedMutex& first, WatchedMutex& second);

/// Looks for a schedule in which `cause` comes to a standstill of this kind.
/// \return what the two mutexes saw in it; nothing where there is no explorer, or no such schedule
bool stands_still(Cause cause, lockstep::FindingKind kind, Seen& first_seen, Seen& second_seen) {
  const auto result = lockstep::explore(
      [&] {
        WatchedMutex first(first_seen);
        WatchedMutex second(second_seen);
        cause(first, second);
      },
      {.expected = kind});
  return result.finding && result.finding->kind == kind;
}

[[maybe_unused]] void expect_that_each_of_two_threads_had_both(const Seen& first, const Seen& second) {
  std::set<std::thread::id> threads;
  for (const Seen* seen : {&first, &second}) {
    for (const auto& thread : seen->with_both) {
      if (thread != std::thread::id{}) threads.insert(thread);
    }
  }
  EXPECT_EQ(threads.size(), 2U) << "this is how many threads held both mutexes at the same time";
  EXPECT_EQ(first.holder, std::thread::id{}) << "the first mutex is still held";
  EXPECT_EQ(second.holder, std::thread::id{}) << "the second mutex is still held";
}

/// A thread runs until it is done or has to wait. Elsewhere than in the explorer this might never end.
void ends_without_interruption([[maybe_unused]] Cause cause) {
#ifdef LOCKSTEP_TIME_IS_VIRTUAL
  lockstep::explore(
      [&] {
        Seen first_seen;
        Seen second_seen;
        {
          WatchedMutex first(first_seen);
          WatchedMutex second(second_seen);
          cause(first, second);
        }
        expect_that_each_of_two_threads_had_both(first_seen, second_seen);
      },
      {.strategy = lockstep::Strategy::kExhaustive, .preemption_bound = 0});
#endif
}

}  // namespace

TEST(ExploredCausesTest, CanDeadlock) {
  Seen first;
  Seen second;
  if (!stands_still(can_deadlock, lockstep::FindingKind::kDeadlock, first, second)) return;
  EXPECT_NE(first.holder, second.holder);
  EXPECT_TRUE(first.holder_waits_for == &second && second.holder_waits_for == &first)
      << "there is a deadlock, but not one in which each of two threads holds one of the mutexes and waits for the "
         "other";
}

TEST(ExploredCausesTest, DeadlockNeedsAnInterruption) { ends_without_interruption(can_deadlock); }

TEST(ExploredCausesTest, CanLivelock) {
  Seen first;
  Seen second;
  if (!stands_still(can_livelock, lockstep::FindingKind::kLivelock, first, second)) return;
  EXPECT_TRUE(first.stepped_back && second.stepped_back)
      << "threads run for ever, but they do not give way: a thread that keeps its mutex while it tries again and again "
         "to take the other one causes a deadlock that needs a processor";
}

TEST(ExploredCausesTest, LivelockNeedsAnInterruption) { ends_without_interruption(can_livelock); }
