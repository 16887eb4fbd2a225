#pragma once

#include <memory>
#include <vector>

// Part 5: a wait-for graph. Read README.md first.

using ThreadId = int;
using LockId = int;

/// Knows which thread holds which lock and which thread waits for which, and finds the deadlock at the moment at which
/// it comes about. It locks nothing itself: threads tell it what they do. A lock has one holder at most, and a thread
/// waits for one lock at most. Any numbers serve as ids.
///
/// Several threads may call every function at once. A call that throws changes nothing.
class WaitForGraph {
 public:
  WaitForGraph();
  ~WaitForGraph();
  WaitForGraph(const WaitForGraph&) = delete;
  WaitForGraph& operator=(const WaitForGraph&) = delete;

  /// The thread begins to wait for the lock, free or not.
  /// \return the cycle that this wait would close: its threads, the smallest one first; each waits for a lock that the
  ///         next one holds, and the last one for a lock of the first one. The wait then is not noted: the thread does
  ///         not wait. Empty: there is no cycle, and the thread waits until it acquires the lock.
  /// \throw std::logic_error when the thread waits already
  std::vector<ThreadId> wait(ThreadId thread, LockId lock);

  /// The thread has the lock now, whether it has waited for it or not.
  /// \throw std::logic_error when the lock is held, or the thread waits for another one
  void acquire(ThreadId thread, LockId lock);

  /// The lock is free again.
  /// \throw std::logic_error when the thread does not hold it, or waits
  void release(ThreadId thread, LockId lock);

 private:
  struct State;  // yours, in wait_for_graph.cpp
  std::unique_ptr<State> state_;
};
