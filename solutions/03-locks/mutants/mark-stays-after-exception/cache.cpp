#include "cache.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

struct Cache::State {
  Compute compute;
  std::mutex mutex;
  std::condition_variable changed;
  std::map<std::string, std::optional<std::int64_t>> values;  // guarded by mutex; nothing: it is being worked out
};

Cache::Cache(Compute compute) : state_(std::make_unique<State>()) { state_->compute = std::move(compute); }

Cache::~Cache() = default;

std::int64_t Cache::get(const std::string& key) {
  std::unique_lock lock(state_->mutex);
  const auto is_done = [&] { return !state_->values.contains(key) || state_->values[key].has_value(); };
  state_->changed.wait(lock, is_done);
  const auto [entry, is_mine] = state_->values.try_emplace(key);
  if (!is_mine) return *entry->second;

  lock.unlock();
  const std::int64_t value = state_->compute(key);
  lock.lock();
  state_->values[key] = value;
  state_->changed.notify_all();
  return value;
}
