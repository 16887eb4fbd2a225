#include "cache.h"

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

struct Cache::State {
  Compute compute;
  std::mutex mutex;
  std::map<std::string, std::optional<std::int64_t>> values;  // guarded by mutex; nothing: it is being worked out
};

Cache::Cache(Compute compute) : state_(std::make_unique<State>()) { state_->compute = std::move(compute); }

Cache::~Cache() = default;

std::int64_t Cache::get(const std::string& key) {
  std::unique_lock lock(state_->mutex);
  const auto is_done = [&] { return !state_->values.contains(key) || state_->values[key].has_value(); };
  while (!is_done()) {
    lock.unlock();
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    lock.lock();
  }
  const auto [entry, is_mine] = state_->values.try_emplace(key);
  if (!is_mine) return *entry->second;

  lock.unlock();
  std::optional<std::int64_t> value;
  try {
    value = state_->compute(key);
  } catch (...) {
    lock.lock();
    state_->values.erase(key);
    throw;
  }
  lock.lock();
  state_->values[key] = value;
  return *value;
}
