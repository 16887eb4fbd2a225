#include "store.h"

#include <utility>

bool Store::set(const std::string& key, std::string value) {
  const std::scoped_lock lock(mutex_);
  return values_.insert_or_assign(key, std::move(value)).second;
}

std::optional<std::string> Store::get(const std::string& key) const {
  const std::scoped_lock lock(mutex_);
  const auto found = values_.find(key);
  if (found == values_.end()) return std::nullopt;
  return found->second;
}

bool Store::remove(const std::string& key) {
  const std::scoped_lock lock(mutex_);
  return values_.erase(key) != 0;
}

Contents Store::contents() const {
  const std::scoped_lock lock(mutex_);
  return values_;
}
