#include "when.h"

// The one more keeps the coroutine from being resumed while this loop still runs: what ends it may destroy the
// runners.
std::coroutine_handle<> StartAll::await_suspend(std::coroutine_handle<> awaiting) {
  awaiting_ = awaiting;
  for (Runner& runner : runners_) {
    runner.start([this] { return one_less(); });
  }
  return one_less();
}

// Only the last one may touch this object after its step: another thread may have resumed the coroutine, which owns it.
std::coroutine_handle<> StartAll::one_less() noexcept {
  if (--left_ > 0) return std::noop_coroutine();
  return awaiting_;
}

Task<> when_all(std::vector<Task<>> tasks) {
  std::vector<Outcome<void>> outcomes(tasks.size());
  std::vector<Runner> runners;
  runners.reserve(tasks.size());
  for (std::size_t i = 0; i < tasks.size(); ++i) runners.emplace_back(keep(std::move(tasks[i]), outcomes[i]));
  co_await StartAll(runners);
  for (auto& outcome : outcomes) outcome.take();
}
