#pragma once

#include <coroutine>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <utility>

#include "loop.h"
#include "task.h"

// Part 3: a channel. Read README.md first.

/// Carries values from coroutines and threads to coroutines and threads: a bounded queue in which coroutines wait
/// without blocking their thread.
///
/// `send` and `receive` are awaited by coroutines of the loop, which go on there. All else may be called by any thread.
/// Each value is received once, and values are received in the order in which they were accepted. A value or a place
/// belongs to the one that waits for it: no call that comes later takes it. No coroutine waits in a channel that is
/// destroyed.
template <class T>
class Channel {
 public:
  /// \param capacity  how many values wait in it at most
  /// \throw std::invalid_argument when that is 0
  Channel(Loop& loop, std::size_t capacity) : loop_(loop), capacity_(capacity) {
    if (capacity == 0) throw std::invalid_argument("a channel has room for one value or more");
  }
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;

  /// Waits while the channel is full; those who wait send in the order in which they began to.
  /// \return true: the channel has accepted the value; false: it is closed, or was closed meanwhile, and the
  ///         value is lost
  Task<bool> send(T value) {
    Send send(*this, std::move(value));
    const bool accepted = co_await send;
    co_return accepted;
  }

  /// Waits while the channel is empty; those who wait receive in the order in which they began to.
  /// \return the next value; nothing when the channel is closed, and all that it had accepted was received
  Task<std::optional<T>> receive() {
    Receive receive(*this);
    co_await receive;
    co_return std::move(receive.value);
  }

  /// \return false, without waiting, when the channel is full or closed
  bool try_send(T value) {
    const std::scoped_lock lock(mutex_);
    return accept(value);
  }

  /// \return nothing, without waiting, when the channel is empty
  std::optional<T> try_receive() {
    const std::scoped_lock lock(mutex_);
    return next();
  }

  /// No more values are accepted: those that wait to send or receive go on. Closed again, nothing changes.
  void close() {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    for (Send* send : senders_) resume(*send);
    senders_.clear();
    for (Receive* receive : receivers_) resume(*receive);
    receivers_.clear();
  }

 private:
  /// Lies in the frame of the coroutine that waits, as long as that waits.
  struct Waiter {
    explicit Waiter(Channel& of) : channel(of) {}
    Waiter(const Waiter&) = delete;
    Waiter& operator=(const Waiter&) = delete;

    [[nodiscard]] bool await_ready() const noexcept { return false; }

    Channel& channel;
    std::coroutine_handle<> waiting;
  };

  struct Send : Waiter {
    Send(Channel& to, T given) : Waiter(to), value(std::move(given)) {}

    // Not inlined: as soon as the lock is released another thread may let the coroutine go on, and clang before 19
    // keeps locals of an inlined await_suspend in its frame (https://github.com/llvm/llvm-project/issues/56301).
    [[gnu::noinline]] bool await_suspend(std::coroutine_handle<> handle) {
      const std::scoped_lock lock(this->channel.mutex_);
      accepted = this->channel.accept(value);
      if (accepted || this->channel.closed_) return false;
      this->waiting = handle;
      this->channel.senders_.push_back(this);
      return true;
    }
    [[nodiscard]] bool await_resume() const noexcept { return accepted; }

    T value;
    bool accepted = false;
  };

  struct Receive : Waiter {
    explicit Receive(Channel& from) : Waiter(from) {}

    [[gnu::noinline]] bool await_suspend(std::coroutine_handle<> handle) {
      const std::scoped_lock lock(this->channel.mutex_);
      value = this->channel.next();
      if (value || this->channel.closed_) return false;
      this->waiting = handle;
      this->channel.receivers_.push_back(this);
      return true;
    }
    void await_resume() const noexcept {}

    std::optional<T> value;
  };

  // The functions below are called with the lock held.

  void resume(const Waiter& waiter) { loop_.post(waiter.waiting); }

  /// A value goes straight to the one that waits for it: nobody who comes later can take it.
  bool accept(T& value) {
    if (closed_ || values_.size() == capacity_) return false;
    if (receivers_.empty()) {
      values_.push_back(std::move(value));
    } else {
      Receive* const first = receivers_.front();
      receivers_.pop_front();
      first->value.emplace(std::move(value));
      resume(*first);
    }
    return true;
  }

  /// A place that becomes free goes straight to the one that waits for it.
  std::optional<T> next() {
    if (values_.empty()) return std::nullopt;
    std::optional<T> value(std::move(values_.front()));
    values_.pop_front();
    if (!senders_.empty()) {
      Send* const first = senders_.front();
      senders_.pop_front();
      values_.push_back(std::move(first->value));
      first->accepted = true;
      resume(*first);
    }
    return value;
  }

  Loop& loop_;
  const std::size_t capacity_;
  std::mutex mutex_;
  std::deque<T> values_;            // guarded by mutex_
  std::deque<Send*> senders_;       // guarded by mutex_; not empty only while the channel is full
  std::deque<Receive*> receivers_;  // guarded by mutex_; not empty only while the channel is empty
  bool closed_ = false;             // guarded by mutex_
};
