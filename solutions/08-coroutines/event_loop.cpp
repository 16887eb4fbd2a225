#include "event_loop.h"

Sleep::Sleep(EventLoop& loop, TimePoint time, std::stop_token stop)
    : loop_(loop), time_(time), stop_(std::move(stop)) {}

// Once the lock is released, the loop's thread may resume the coroutine, and this object may be gone: so the callback
// is there before.
bool Sleep::await_suspend(std::coroutine_handle<> sleeper) {
  on_stop_.emplace(stop_, Wake{this});
  const std::scoped_lock lock(loop_.mutex_);
  if (state_ == State::kStopped) return false;
  state_ = State::kSleeps;
  sleeper_ = sleeper;
  at_ = loop_.sleepers_.emplace(time_, this);
  loop_.changed_.notify_one();  // for a coroutine that begins to sleep on another thread than the loop's
  return true;
}

void Sleep::stop() noexcept {
  const std::scoped_lock lock(loop_.mutex_);
  if (state_ == State::kAwake) return;
  if (state_ == State::kSleeps) {
    loop_.sleepers_.erase(at_);
    loop_.ready_.push_back(sleeper_);
    loop_.changed_.notify_one();
  }
  state_ = State::kStopped;
}

void Sleep::await_resume() {
  on_stop_.reset();  // waits for a callback that runs on another thread: after this, nobody else knows of this object
  if (state_ == State::kStopped) throw Cancelled();
}

void ResumeOnLoop::await_suspend(std::coroutine_handle<> coroutine) { loop_.post(coroutine); }

void EventLoop::post(std::coroutine_handle<> coroutine) {
  const std::scoped_lock lock(mutex_);
  ready_.push_back(coroutine);
  changed_.notify_one();
}

Sleep EventLoop::sleep_for(Duration duration, std::stop_token stop) {
  const TimePoint now = clock_.now();
  const bool beyond = duration > TimePoint::max() - now;
  return Sleep(*this, beyond ? TimePoint::max() : now + duration, std::move(stop));
}

Sleep EventLoop::sleep_until(TimePoint time, std::stop_token stop) { return Sleep(*this, time, std::move(stop)); }

Task<> EventLoop::come_back(Task<> task) {
  co_await std::move(task);
  co_await resume_on(*this);
}

void EventLoop::drive(const bool& ended) {
  std::unique_lock lock(mutex_);
  while (!ended) {
    wake_those_whose_time_has_come();
    if (ready_.empty()) {
      clock_.wait_until(lock, changed_, sleepers_.empty() ? TimePoint::max() : sleepers_.begin()->first);
      continue;
    }
    const auto next = ready_.front();
    ready_.pop_front();
    lock.unlock();
    next.resume();
    lock.lock();
  }
}

void EventLoop::wake_those_whose_time_has_come() {
  const auto later = sleepers_.upper_bound(clock_.now());
  for (auto due = sleepers_.begin(); due != later; due = sleepers_.erase(due)) {
    due->second->state_ = Sleep::State::kAwake;
    ready_.push_back(due->second->sleeper_);
  }
}
