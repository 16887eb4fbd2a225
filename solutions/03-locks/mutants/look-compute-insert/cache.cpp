#include "cache.h"

#include <map>
#include <mutex>
#include <utility>

struct Cache::State {
  Compute compute;
  std::mutex mutex;
  std::map<std::string, std::int64_t> values;  // guarded by mutex
};

Cache::Cache(Compute compute) : state_(std::make_unique<State>()) { state_->compute = std::move(compute); }

Cache::~Cache() = default;

std::int64_t Cache::get(const std::string& key) {
  {
    const std::scoped_lock lock(state_->mutex);
    const auto known = state_->values.find(key);
    if (known != state_->values.end()) return known->second;
  }
  const std::int64_t value = state_->compute(key);
  const std::scoped_lock lock(state_->mutex);
  return state_->values.emplace(key, value).first->second;
}
