#include "loop.h"

#include <algorithm>

void Wait::await_suspend(std::coroutine_handle<> waiting) {
  waiting_ = waiting;
  loop_.begin(*this);
}

void Loop::begin(Wait& wait) {
  wait.number_ = ++begun_;
  waits_[wait.number_] = &wait;
  if (wait.what_) {
    (wait.what_->direction == Direction::kRead ? readers_ : writers_)[wait.what_->connection] = wait.number_;
    network_.watch(wait.what_->connection, wait.what_->direction);
  }
  if (wait.deadline_ != TimePoint::max()) timers_.push({wait.deadline_, wait.number_});
}

void Loop::end(Wait& wait, Wake wake) {
  waits_.erase(wait.number_);
  wait.wake_ = wake;
  const std::scoped_lock lock(mutex_);
  queue_.push_back([handle = wait.waiting_] { handle.resume(); });
}

Wait* Loop::find(int connection, Direction direction) const {
  const auto& numbers = direction == Direction::kRead ? readers_ : writers_;
  const auto number = numbers.find(connection);
  if (number == numbers.end()) return nullptr;
  const auto wait = waits_.find(number->second);
  return wait == waits_.end() ? nullptr : wait->second;
}

/// The earliest timer of a wait that has not ended.
Wait* Loop::next_timer() {
  for (; !timers_.empty(); timers_.pop()) {
    const auto found = waits_.find(timers_.top().wait);
    if (found != waits_.end()) return found->second;
  }
  return nullptr;
}

void Loop::spawn(Task<> task) {
  ++alive_;
  start(std::move(task), [this] { --alive_; });
}

void Loop::post(std::function<void()> call) {
  const std::scoped_lock lock(mutex_);
  queue_.push_back(std::move(call));
  network_.wake();
}

Wait Loop::readable(int connection, TimePoint deadline) {
  return Wait(*this, Ready{connection, Direction::kRead}, deadline);
}

Wait Loop::writable(int connection, TimePoint deadline) {
  return Wait(*this, Ready{connection, Direction::kWrite}, deadline);
}

void Loop::cancel(int connection, Direction direction) {
  Wait* const wait = find(connection, direction);
  if (wait != nullptr) end(*wait, Wake::kCancelled);
}

Wait Loop::sleep_until(TimePoint time) { return Wait(*this, std::nullopt, time); }

Wait Loop::sleep_for(Duration duration) { return sleep_until(now() + duration); }

Wait Loop::yield() { return sleep_until(now()); }

void Loop::drive() {
  while (alive_ > 0) {
    const bool is_ready = call_all();
    if (alive_ > 0) look(is_ready);
  }
}

/// Calls what is in the queue now. \return whether more has come meanwhile
bool Loop::call_all() {
  std::deque<std::function<void()>> calls;
  {
    const std::scoped_lock lock(mutex_);
    calls.swap(queue_);
  }
  for (; !calls.empty(); calls.pop_front()) calls.front()();
  const std::scoped_lock lock(mutex_);
  return !queue_.empty();
}

void Loop::look(bool is_ready) {
  Wait* timer = next_timer();
  const TimePoint deadline = is_ready ? TimePoint::min() : timer == nullptr ? TimePoint::max() : timer->deadline_;
  for (const Ready& ready : network_.wait(deadline)) {
    Wait* const wait = find(ready.connection, ready.direction);
    if (wait != nullptr) end(*wait, Wake::kReady);
  }
  const TimePoint now = network_.now();
  for (timer = next_timer(); timer != nullptr && timer->deadline_ <= now; timer = next_timer()) {
    end(*timer, Wake::kTimedOut);
  }
}
