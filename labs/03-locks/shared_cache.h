#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

/// What a share is traded at.
struct Quote {
  std::int64_t price = 0;  ///< in cents
  std::int64_t volume = 0;

  friend bool operator==(const Quote&, const Quote&) = default;
};

/// Quotes by symbol, for many readers and few writers: readers read at the same time, a writer writes alone.
class SharedCache {
 public:
  /// Asked about each entry; it must not use the cache that asks it.
  using Predicate = std::function<bool(const std::string& symbol, const Quote& quote)>;

  SharedCache();
  ~SharedCache();
  SharedCache(const SharedCache&) = delete;
  SharedCache& operator=(const SharedCache&) = delete;

  // Readers: none of them waits for another one.

  /// \return a copy, which is the caller's own whatever becomes of the entry; nothing when there is no entry
  [[nodiscard]] std::optional<Quote> find(const std::string& symbol) const;

  /// How many entries are wanted, of those that there are at one moment.
  [[nodiscard]] std::size_t count(const Predicate& wanted) const;

  // Writers.

  /// Adds an entry, or replaces it.
  void put(const std::string& symbol, const Quote& quote);

  /// Adds an entry where there is none; one that is there stays as it is.
  /// \return the entry as it is now: of several threads that add the same symbol at once, one is the first, and all get
  ///         its quote
  Quote find_or_put(const std::string& symbol, const Quote& quote);

  /// Removes an entry.
  /// \return whether there was one
  bool invalidate(const std::string& symbol);

 private:
  struct State;  // yours, in shared_cache.cpp
  std::unique_ptr<State> state_;
};
