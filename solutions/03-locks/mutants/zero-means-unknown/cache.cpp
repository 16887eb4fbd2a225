#include "cache.h"

#include <map>
#include <mutex>
#include <utility>

namespace {

struct Entry {
  std::mutex mutex;
  std::int64_t value = 0;  // guarded by mutex
};

}  // namespace

struct Cache::State {
  Compute compute;
  std::mutex mutex;
  std::map<std::string, Entry> entries;  // guarded by mutex; an entry, once made, stays where it is
};

Cache::Cache(Compute compute) : state_(std::make_unique<State>()) { state_->compute = std::move(compute); }

Cache::~Cache() = default;

std::int64_t Cache::get(const std::string& key) {
  Entry* entry = nullptr;
  {
    const std::scoped_lock lock(state_->mutex);
    entry = &state_->entries[key];
  }
  const std::scoped_lock lock(entry->mutex);
  if (entry->value == 0) entry->value = state_->compute(key);
  return entry->value;
}
