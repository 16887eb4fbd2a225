#include "shared_cache.h"

#include <stdexcept>

// Part 4: many readers, few writers. Read README.md first; ./lab hint 03 helps when you are stuck.

/// What all threads share.
struct SharedCache::State {
  // The quotes, and the lock that guards them.
};

SharedCache::SharedCache() : state_(std::make_unique<State>()) {}

SharedCache::~SharedCache() = default;

std::optional<Quote> SharedCache::find(const std::string& /*symbol*/) const {
  throw std::logic_error("SharedCache::find is not written yet: see part 4 of README.md");
}

std::size_t SharedCache::count(const Predicate& /*wanted*/) const {
  throw std::logic_error("SharedCache::count is not written yet: see part 4 of README.md");
}

void SharedCache::put(const std::string& /*symbol*/, const Quote& /*quote*/) {
  throw std::logic_error("SharedCache::put is not written yet: see part 4 of README.md");
}

Quote SharedCache::find_or_put(const std::string& /*symbol*/, const Quote& /*quote*/) {
  throw std::logic_error("SharedCache::find_or_put is not written yet: see part 4 of README.md");
}

bool SharedCache::invalidate(const std::string& /*symbol*/) {
  throw std::logic_error("SharedCache::invalidate is not written yet: see part 4 of README.md");
}
