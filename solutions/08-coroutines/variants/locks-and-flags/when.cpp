#include "when.h"

#include <exception>

// Those that end while others are started find nobody to resume: then this function looks whether all have ended.
bool StartAll::await_suspend(std::coroutine_handle<> awaiting) {
  for (std::size_t i = 0; i < runners_.size(); ++i) {
    runners_[i].start([this] { return one_ended(); });
  }
  const std::scoped_lock lock(mutex_);
  if (ended_ == runners_.size()) return false;
  awaiting_ = awaiting;
  return true;
}

std::coroutine_handle<> StartAll::one_ended() {
  const std::scoped_lock lock(mutex_);
  const bool all = ++ended_ == runners_.size();
  return all && awaiting_ ? awaiting_ : std::noop_coroutine();
}

Task<> when_all(std::vector<Task<>> tasks) {
  std::vector<Outcome<void>> outcomes(tasks.size());
  std::vector<Runner> runners;
  runners.reserve(tasks.size());
  for (std::size_t i = 0; i < tasks.size(); ++i) runners.emplace_back(keep(std::move(tasks[i]), outcomes[i]));
  co_await StartAll(runners);
  std::exception_ptr error;
  for (std::size_t i = outcomes.size(); i > 0; --i) {
    try {
      outcomes[i - 1].take();
    } catch (...) {
      error = std::current_exception();
    }
  }
  if (error) std::rethrow_exception(error);
}
