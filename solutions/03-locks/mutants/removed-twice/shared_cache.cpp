#include "shared_cache.h"

#include <algorithm>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

struct SharedCache::State {
  std::shared_mutex mutex;
  std::unordered_map<std::string, Quote> quotes;  // guarded by mutex
};

SharedCache::SharedCache() : state_(std::make_unique<State>()) {}

SharedCache::~SharedCache() = default;

std::optional<Quote> SharedCache::find(const std::string& symbol) const {
  const std::shared_lock lock(state_->mutex);
  const auto entry = state_->quotes.find(symbol);
  // The copy is made before the lock goes.
  return entry == state_->quotes.end() ? std::nullopt : std::optional(entry->second);
}

std::size_t SharedCache::count(const Predicate& wanted) const {
  const std::shared_lock lock(state_->mutex);
  return static_cast<std::size_t>(
      std::ranges::count_if(state_->quotes, [&](const auto& entry) { return wanted(entry.first, entry.second); }));
}

void SharedCache::put(const std::string& symbol, const Quote& quote) {
  const std::scoped_lock lock(state_->mutex);
  state_->quotes.insert_or_assign(symbol, quote);
}

Quote SharedCache::find_or_put(const std::string& symbol, const Quote& quote) {
  if (const auto found = find(symbol)) return *found;
  // Between the two locks another thread may have added the symbol: try_emplace looks again.
  const std::scoped_lock lock(state_->mutex);
  return state_->quotes.try_emplace(symbol, quote).first->second;
}

bool SharedCache::invalidate(const std::string& symbol) {
  if (!find(symbol)) return false;
  const std::scoped_lock lock(state_->mutex);
  state_->quotes.erase(symbol);
  return true;
}
