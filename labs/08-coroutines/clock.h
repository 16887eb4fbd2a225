#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stdexcept>

// Given: where an event loop gets its time from.

using TimePoint = std::chrono::steady_clock::time_point;
using Duration = std::chrono::steady_clock::duration;

/// A clock, and the way to wait for it.
class Clock {
 public:
  Clock() = default;
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;
  virtual ~Clock() = default;

  [[nodiscard]] virtual TimePoint now() const = 0;

  /// Waits until the time has come, or `changed` is notified; may also return earlier. Unlocks while it waits.
  /// \param time  TimePoint::max(): until `changed` is notified
  virtual void wait_until(std::unique_lock<std::mutex>& lock, std::condition_variable& changed, TimePoint time) = 0;
};

/// The time that passes by itself.
class SteadyClock : public Clock {
 public:
  [[nodiscard]] TimePoint now() const override { return std::chrono::steady_clock::now(); }

  void wait_until(std::unique_lock<std::mutex>& lock, std::condition_variable& changed, TimePoint time) override {
    if (time == TimePoint::max()) {
      changed.wait(lock);
    } else {
      changed.wait_until(lock, time);
    }
  }
};

/// A time that passes only when somebody waits for it: so a wait takes no time, and ends exactly when it is due. For
/// programs of one thread.
class VirtualClock : public Clock {
 public:
  [[nodiscard]] TimePoint now() const override { return now_; }

  /// \throw std::logic_error when it would wait for ever, as there is no other thread that could notify
  void wait_until(std::unique_lock<std::mutex>& /*lock*/, std::condition_variable& /*changed*/,
                  TimePoint time) override {
    if (time == TimePoint::max()) {
      throw std::logic_error("the loop would wait for ever: no coroutine is ready, and none waits for a time");
    }
    pass(time - now_);
  }

  /// Lets time pass, as a call does that keeps the thread busy, or blocks it.
  void pass(Duration duration) {
    if (duration > Duration::zero()) now_ += duration;
  }

 private:
  TimePoint now_{};
};
