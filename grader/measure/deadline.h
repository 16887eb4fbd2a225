#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace lockstep::measure {

/// Bounds each answer of a program that is asked many things: a process's own limits hold for all of them together.
class Deadline {
 public:
  /// \param stop  stops the program as well
  Deadline(std::chrono::milliseconds limit, std::stop_token stop)
      : limit_(limit), forward_(std::move(stop), Stop{too_late_}) {}

  /// Triggered when an answer came too late, or the caller's token was; then nothing more can be asked.
  [[nodiscard]] std::stop_token token() const { return too_late_.get_token(); }

  /// Calls `ask`, which must end when the token is triggered, and triggers it after the limit.
  template <class Ask>
  auto bound(Ask ask) {
    const std::jthread watch([this](std::stop_token answered) {
      std::mutex mutex;
      std::condition_variable_any over;
      std::unique_lock lock(mutex);
      over.wait_for(lock, answered, limit_, [] { return false; });
      if (!answered.stop_requested()) too_late_.request_stop();
    });
    return ask();
  }

 private:
  struct Stop {
    std::stop_source source;
    void operator()() noexcept { source.request_stop(); }
  };

  std::chrono::milliseconds limit_;
  std::stop_source too_late_;
  std::stop_callback<Stop> forward_;
};

}  // namespace lockstep::measure
