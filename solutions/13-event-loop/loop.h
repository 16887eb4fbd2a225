#pragma once

#include <array>
#include <coroutine>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "network.h"
#include "task.h"

// Part 2: the loop. Read README.md first.

class Loop;

/// What has ended a wait.
enum class Wake { kReady, kTimedOut, kCancelled };

/// What the functions of Loop give that wait, to be awaited at once, and once. `co_await` gives what has ended the
/// wait.
class [[nodiscard]] Wait {
 public:
  Wait(const Wait&) = delete;
  Wait& operator=(const Wait&) = delete;
  ~Wait() = default;

  [[nodiscard]] bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> waiting);
  Wake await_resume() const noexcept { return wake_; }

 private:
  friend Loop;
  Wait(Loop& loop, std::optional<Ready> what, TimePoint deadline) : loop_(loop), what_(what), deadline_(deadline) {}

  Loop& loop_;
  const std::optional<Ready> what_;  ///< nothing: for its time alone
  const TimePoint deadline_;
  Wake wake_ = Wake::kReady;
  std::coroutine_handle<> waiting_;
  std::optional<std::multimap<TimePoint, Wait*>::iterator> timer_;
};

/// Lets many coroutines take turns on one thread, that which calls `run`. Each runs until it waits for something.
///
/// `post` may be called by any thread, all else by the loop's thread alone, within `run` or not. The loop is destroyed
/// when nothing uses it any more: no call of `post` is running, and no coroutine waits in it.
class Loop {
 public:
  /// \param network  outlives the loop
  explicit Loop(Network& network) : network_(network) {}
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  /// Runs the task, and whatever is spawned or posted, until the task and all that was spawned have ended. With nothing
  /// to do it waits in the network. May be called again, not from within what it runs.
  /// \return the task's result
  /// \throw what the task throws; what Network::wait throws, and then nothing may use the loop any more
  template <class T>
  T run(Task<T> task) {
    Outcome<T> outcome;
    spawn(keep(std::move(task), outcome));
    drive();
    return outcome.take();
  }

  /// Begins the task at once, and goes on when it waits for something. Its frame is destroyed when it has ended.
  /// \param task  throws nothing
  void spawn(Task<> task);

  /// The loop's thread will call the function, in the order of the posts, and not from within this one. If the loop
  /// waits, this wakes it. What is posted when `run` ends is called by the next `run`. However often functions post
  /// others, coroutines go on.
  /// \param call  throws nothing
  void post(std::function<void()> call);

  [[nodiscard]] Network& network() const { return network_; }
  [[nodiscard]] TimePoint now() const { return network_.now(); }

  /// Awaited, waits until a read of the connection (a write) would give something else than kWouldBlock: kReady; until
  /// the deadline: kTimedOut; or until `cancel`: kCancelled. Where it is ready as the deadline comes, either.
  /// One coroutine at a time waits for each direction of a connection, and nobody waits for one that is closed.
  /// \param connection  or kListener, to wait for a client
  /// \param deadline  TimePoint::max(): none. One that has passed lets those go first that are ready
  Wait readable(int connection, TimePoint deadline = TimePoint::max());
  Wait writable(int connection, TimePoint deadline = TimePoint::max());

  /// The coroutine that waits for this direction of the connection goes on with kCancelled. Does nothing where none
  /// waits.
  void cancel(int connection, Direction direction);

  /// Awaited, waits for the time: kTimedOut. Coroutines go on in the order of their times, and those of one time in the
  /// order in which they began to wait.
  /// \param duration  counted from this call; one that ends before the clock does
  Wait sleep_until(TimePoint time);
  Wait sleep_for(Duration duration);

  /// Awaited, lets those go first that are ready, and those that did so before. Of those whose time has come, some may
  /// go later. However many coroutines do so again and again, one whose time has come or whose connection is ready goes
  /// on, and what is posted is called.
  Wait yield();

 private:
  friend Wait;
  using Waiting = std::array<Wait*, 2>;  ///< by direction

  void begin(Wait& wait);
  void end(Wait& wait, Wake wake);
  Wait*& waiting_for(const Ready& what);
  void drive();
  void call_posted();
  void resume_ready();
  void wait();

  Network& network_;
  std::size_t alive_ = 0;                       ///< tasks that were spawned and have not ended
  std::vector<std::coroutine_handle<>> ready_;  ///< in the order in which they became so
  std::multimap<TimePoint, Wait*> timers_;      ///< those of one time in the order of insertion
  std::unordered_map<int, Waiting> waiting_;    ///< by connection
  std::mutex mutex_;
  std::vector<std::function<void()>> posted_;  // guarded by mutex_
};
