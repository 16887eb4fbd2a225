#pragma once

// Part 3: which condition is broken? Read README.md first.

/// The four conditions without which there is no deadlock.
enum class Condition {
  kMutualExclusion,  ///< at most one thread at a time has the resource
  kHoldAndWait,   ///< a thread that has a resource waits for another one, for as long as it takes, and keeps the first
  kNoPreemption,  ///< a resource that a thread took stays with the thread until its work with it is done
  kCircularWait,  ///< each thread of a circle waits for what the next one has
};

/// Programs that cannot deadlock.
enum class Way {
  kOrdering,     ///< ordered_table
  kWaiter,       ///< waiter_table
  kBackOff,      ///< back_off_table: somebody who holds one fork and does not get the other one gives up the first
  kMonitor,      ///< monitor_table
  kAtomicForks,  ///< the forks are counters, `std::atomic<int>`: all neighbours use one at once, with `++` alone
};

/// A condition that does not hold in programs of this kind, whatever the schedule. The others may hold. Where two do
/// not hold, each of the two is a right answer.
Condition broken_by(Way way);
