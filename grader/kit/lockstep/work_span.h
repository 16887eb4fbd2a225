#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <thread>

namespace lockstep {

/// Gives the CPU time that the calling thread has used so far.
using ThreadClock = std::function<std::chrono::nanoseconds()>;

/// The kernel's own count (CLOCK_THREAD_CPUTIME_ID). Time spent waiting, or without a core, does not count.
[[nodiscard]] std::chrono::nanoseconds thread_cpu_time();

struct WorkSpanOptions {
  std::chrono::milliseconds timeout{250};  ///< how long an absent worker is waited for
  ThreadClock clock = thread_cpu_time;
};

/// Tells how evenly the cost of tasks is split among workers, whatever the speed and the load of the machine, and on
/// one core as well: how much faster `workers` undisturbed cores would run the tasks than one.
///
/// Each body runs for real, and its CPU time is its cost. Then it is held, until in *virtual* time it is the first of
/// all bodies present to end. Virtual time moves to that end, the worker is let go, and the body that it brings next
/// starts at that time. So a worker that the machine held up loses nothing, and the tasks are handed out as cores
/// that run at the same speed would hand them out: a conservative simulation of discrete events, see R. M. Fujimoto,
/// "Parallel discrete event simulation", Comm. ACM 33 (1990).
///
/// An absent worker is waited for only so long; then the others go on without it until it comes. So a program that
/// runs its tasks one after the other ends too, and soon.
///
/// Thread-safe.
class WorkSpan {
 public:
  /// \param tasks    bodies that will run; when all have come, nobody is waited for
  /// \param workers  >= 1
  WorkSpan(std::size_t tasks, unsigned workers) : WorkSpan(tasks, workers, WorkSpanOptions{}) {}
  WorkSpan(std::size_t tasks, unsigned workers, WorkSpanOptions options);

  /// Runs a task's body, and returns when in virtual time it has ended. An exception of the body is passed on.
  void run(const std::function<void()>& body);

  /// CPU time of all bodies.
  [[nodiscard]] std::chrono::nanoseconds work() const;

  /// Virtual time from the start of the first body to the end of the last.
  [[nodiscard]] std::chrono::nanoseconds span() const;

  /// Work ÷ span, 1 to `workers`; 1 without any work.
  [[nodiscard]] double speedup() const;

  /// The share of the work that was done by the thread that did most of it, 0 to 1.
  [[nodiscard]] double busiest_share() const;

 private:
  /// The end of a body in virtual time; while it runs and its cost is not known, its start.
  using End = std::chrono::nanoseconds;
  class Presence;

  std::list<End>::iterator enter();
  void settle(std::list<End>::iterator body, std::chrono::nanoseconds cost);
  void hold(std::list<End>::iterator body);

  const std::size_t tasks_;
  const unsigned workers_;
  const WorkSpanOptions options_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::list<End> present_;                                         // guarded by mutex_; the bodies inside
  std::size_t expected_;                                           // guarded by mutex_; bodies waited for
  std::size_t entered_ = 0;                                        // guarded by mutex_
  std::chrono::nanoseconds now_{};                                 // guarded by mutex_; virtual
  std::chrono::nanoseconds work_{};                                // guarded by mutex_
  std::map<std::thread::id, std::chrono::nanoseconds> by_thread_;  // guarded by mutex_
};

}  // namespace lockstep
