#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <coroutine>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "clock.h"
#include "event_loop.h"
#include "outcome.h"
#include "runner.h"
#include "task.h"

using namespace std::chrono_literals;  // for the tests of this lab alone

/// A loop whose time is virtual, and what its tasks note.
struct VirtualLoop {
  [[nodiscard]] Duration elapsed() const { return clock.now() - TimePoint{}; }
  void note(std::string what) { noted.push_back(std::move(what)); }

  VirtualClock clock;
  EventLoop loop{clock};
  std::vector<std::string> noted;
};

/// Tasks that run at the same time as the one that starts them, which must end after them.
class Beside {
 public:
  void start(Task<> task) {
    runners_.emplace_back(keep(std::move(task), ignored_));
    runners_.back().start([this]() -> std::coroutine_handle<> {
      ++ended_;
      return std::noop_coroutine();
    });
  }
  [[nodiscard]] int ended() const { return ended_; }

  Beside() { runners_.reserve(16); }

 private:
  Outcome<void> ignored_;
  std::vector<Runner> runners_;
  int ended_ = 0;
};

/// Sleeps, and gives a value.
inline Task<int> after(EventLoop& loop, Duration duration, int value, std::stop_token stop = {}) {
  co_await loop.sleep_for(duration, std::move(stop));
  co_return value;
}
