#include "cache.h"

#include <mutex>
#include <unordered_map>
#include <utility>

namespace {

struct Entry {
  std::once_flag once;
  std::int64_t value = 0;  // written once, under `once`
};

}  // namespace

struct Cache::State {
  Compute compute;
  std::mutex mutex;
  std::unordered_map<std::string, std::shared_ptr<Entry>> entries;  // guarded by mutex
};

Cache::Cache(Compute compute) : state_(std::make_unique<State>()) { state_->compute = std::move(compute); }

Cache::~Cache() = default;

std::int64_t Cache::get(const std::string& key) {
  const auto entry = [&] {
    const std::scoped_lock lock(state_->mutex);
    auto& kept = state_->entries[key];
    if (!kept) kept = std::make_shared<Entry>();
    return kept;
  }();
  std::call_once(entry->once, [&] { entry->value = state_->compute(key); });
  return entry->value;
}
