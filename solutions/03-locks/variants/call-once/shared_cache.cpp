#include "shared_cache.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <utility>

namespace {

using Quotes = std::map<std::string, Quote>;

}  // namespace

/// Readers read a map that nobody changes any more; a writer puts another one in its place.
struct SharedCache::State {
  std::shared_ptr<const Quotes> read() {
    const std::shared_lock lock(mutex);
    return quotes;
  }

  /// \param change  changes a copy of the quotes
  template <class Change>
  auto write(const Change& change) {
    const std::unique_lock lock(mutex);
    auto changed = std::make_shared<Quotes>(*quotes);
    const auto result = change(*changed);
    quotes = std::move(changed);
    return result;
  }

  std::shared_mutex mutex;
  std::shared_ptr<const Quotes> quotes = std::make_shared<const Quotes>();  // guarded by mutex
};

SharedCache::SharedCache() : state_(std::make_unique<State>()) {}

SharedCache::~SharedCache() = default;

std::optional<Quote> SharedCache::find(const std::string& symbol) const {
  const auto quotes = state_->read();
  const auto found = quotes->find(symbol);
  if (found == quotes->end()) return std::nullopt;
  return found->second;
}

std::size_t SharedCache::count(const Predicate& wanted) const {
  const auto quotes = state_->read();
  return static_cast<std::size_t>(
      std::ranges::count_if(*quotes, [&](const auto& entry) { return wanted(entry.first, entry.second); }));
}

void SharedCache::put(const std::string& symbol, const Quote& quote) {
  state_->write([&](Quotes& quotes) { return quotes.insert_or_assign(symbol, quote).second; });
}

Quote SharedCache::find_or_put(const std::string& symbol, const Quote& quote) {
  return state_->write([&](Quotes& quotes) { return quotes.try_emplace(symbol, quote).first->second; });
}

bool SharedCache::invalidate(const std::string& symbol) {
  return state_->write([&](Quotes& quotes) { return quotes.erase(symbol); }) == 1;
}
