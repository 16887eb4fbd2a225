#include "event_loop.h"

Sleep::Sleep(EventLoop& loop, TimePoint time, std::stop_token stop)
    : loop_(loop), stop_(std::move(stop)), record_(std::make_shared<Record>()) {
  record_->time = time;
}

bool Sleep::await_suspend(std::coroutine_handle<> sleeper) {
  on_stop_.emplace(stop_, Wake{&loop_, record_});
  const std::lock_guard lock(loop_.mutex_);
  if (record_->stopped) return false;
  record_->number = loop_.sleeps_++;
  record_->sleeper = sleeper;
  loop_.sleepers_.push(record_);
  loop_.changed_.notify_all();
  return true;
}

void Sleep::Wake::operator()() const {
  const std::lock_guard lock(loop->mutex_);
  record->stopped = true;
  if (!record->sleeper) return;
  loop->ready_.push_back(std::exchange(record->sleeper, nullptr));
  loop->changed_.notify_all();
}

void Sleep::await_resume() {
  on_stop_.reset();
  if (record_->stopped) throw Cancelled();
}

void ResumeOnLoop::await_suspend(std::coroutine_handle<> coroutine) { loop_.post(coroutine); }

void EventLoop::post(std::coroutine_handle<> coroutine) {
  std::unique_lock lock(mutex_);
  ready_.push_back(coroutine);
  changed_.notify_all();
}

Sleep EventLoop::sleep_for(Duration duration, std::stop_token stop) {
  if (duration > TimePoint::max() - now()) return sleep_until(TimePoint::max(), std::move(stop));
  return sleep_until(now() + duration, std::move(stop));
}

Sleep EventLoop::sleep_until(TimePoint time, std::stop_token stop) { return Sleep(*this, time, std::move(stop)); }

void EventLoop::drive(const bool& ended) {
  std::unique_lock lock(mutex_);
  while (!ended) {
    const TimePoint next = wake_those_whose_time_has_come();
    if (ready_.empty()) clock_.wait_until(lock, changed_, next);
    const auto batch = std::exchange(ready_, {});
    lock.unlock();
    for (const auto& coroutine : batch) coroutine.resume();
    lock.lock();
  }
}

/// \return when the next one is due
TimePoint EventLoop::wake_those_whose_time_has_come() {
  while (!sleepers_.empty()) {
    const auto first = sleepers_.top();
    const bool due = first->time <= clock_.now();
    if (first->sleeper && !due) return first->time;
    if (first->sleeper) ready_.push_back(std::exchange(first->sleeper, nullptr));
    sleepers_.pop();
  }
  return TimePoint::max();
}
