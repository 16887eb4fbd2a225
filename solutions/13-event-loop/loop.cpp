#include "loop.h"

#include <algorithm>

void Wait::await_suspend(std::coroutine_handle<> waiting) {
  waiting_ = waiting;
  loop_.begin(*this);
}

void Loop::begin(Wait& wait) {
  if (wait.what_) {
    waiting_for(*wait.what_) = &wait;
    network_.watch(wait.what_->connection, wait.what_->direction);
  }
  if (wait.deadline_ != TimePoint::max()) wait.timer_ = timers_.emplace(wait.deadline_, &wait);
}

/// Whatever ends a wait, the others must not end it again.
void Loop::end(Wait& wait, Wake wake) {
  if (wait.what_) waiting_for(*wait.what_) = nullptr;
  if (wait.timer_) timers_.erase(*wait.timer_);
  wait.wake_ = wake;
  ready_.push_back(wait.waiting_);
}

Wait*& Loop::waiting_for(const Ready& what) {
  return waiting_[what.connection][what.direction == Direction::kRead ? 0 : 1];
}

void Loop::spawn(Task<> task) {
  ++alive_;
  start(std::move(task), [this] { --alive_; });
}

void Loop::post(std::function<void()> call) {
  {
    const std::scoped_lock lock(mutex_);
    posted_.push_back(std::move(call));
  }
  network_.wake();
}

Wait Loop::readable(int connection, TimePoint deadline) {
  return Wait(*this, Ready{connection, Direction::kRead}, deadline);
}

Wait Loop::writable(int connection, TimePoint deadline) {
  return Wait(*this, Ready{connection, Direction::kWrite}, deadline);
}

void Loop::cancel(int connection, Direction direction) {
  Wait* const wait = waiting_for({connection, direction});
  if (wait != nullptr) end(*wait, Wake::kCancelled);
}

Wait Loop::sleep_until(TimePoint time) { return Wait(*this, std::nullopt, time); }

Wait Loop::sleep_for(Duration duration) { return sleep_until(network_.now() + duration); }

Wait Loop::yield() { return sleep_until(TimePoint::min()); }

// One round: what was posted, what is ready, and then a look at the network and the clock, so that none of the three
// keeps another one waiting.
void Loop::drive() {
  while (alive_ > 0) {
    call_posted();
    resume_ready();
    if (alive_ > 0) wait();  // not for long when something was posted meanwhile: the network remembers the wake
  }
}

void Loop::call_posted() {
  std::vector<std::function<void()>> calls;
  {
    const std::scoped_lock lock(mutex_);
    calls.swap(posted_);
  }
  for (const std::function<void()>& call : calls) call();
}

void Loop::resume_ready() {
  std::vector<std::coroutine_handle<>> batch;
  batch.swap(ready_);
  for (const std::coroutine_handle<> next : batch) next.resume();
}

void Loop::wait() {
  TimePoint deadline = ready_.empty() ? TimePoint::max() : TimePoint::min();
  if (!timers_.empty()) deadline = std::min(deadline, timers_.begin()->first);
  for (const Ready& ready : network_.wait(deadline)) {
    Wait* const wait = waiting_for(ready);
    if (wait != nullptr) end(*wait, Wake::kReady);
  }
  const TimePoint now = network_.now();
  while (!timers_.empty() && timers_.begin()->first <= now) end(*timers_.begin()->second, Wake::kTimedOut);
}
