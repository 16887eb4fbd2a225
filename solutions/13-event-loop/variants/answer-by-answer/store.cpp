#include "store.h"

#include <mutex>
#include <utility>

bool Store::set(const std::string& key, std::string value) {
  const std::scoped_lock lock(mutex_);
  const auto [at, is_new] = values_.try_emplace(key);
  at->second = std::move(value);
  return is_new;
}

std::optional<std::string> Store::get(const std::string& key) const {
  const std::shared_lock lock(mutex_);
  const auto found = values_.find(key);
  return found == values_.end() ? std::nullopt : std::optional(found->second);
}

bool Store::remove(const std::string& key) {
  const std::scoped_lock lock(mutex_);
  return values_.erase(key) > 0;
}

Contents Store::contents() const {
  const std::shared_lock lock(mutex_);
  return {values_.begin(), values_.end()};
}
