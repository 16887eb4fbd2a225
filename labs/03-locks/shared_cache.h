#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

/// The price of a share, and how many shares were traded.
struct Quote {
  std::int64_t price = 0;  ///< in cents
  std::int64_t volume = 0;

  friend bool operator==(const Quote&, const Quote&) = default;
};

/// Quotes by symbol, for many readers and few writers: readers read at the same time, a writer writes alone.
class SharedCache {
 public:
  /// Called for each entry; it must not use the cache that calls it. It may use another one.
  using Predicate = std::function<bool(const std::string& symbol, const Quote& quote)>;

  SharedCache();
  ~SharedCache();
  SharedCache(const SharedCache&) = delete;
  SharedCache& operator=(const SharedCache&) = delete;

  // Readers: no reader waits for another reader.

  /// \return a copy, which stays valid when the entry changes or is removed; nothing when there is no entry
  [[nodiscard]] std::optional<Quote> find(const std::string& symbol) const;

  /// How many entries are wanted, among all entries at one moment.
  [[nodiscard]] std::size_t count(const Predicate& wanted) const;

  // Writers.

  /// Adds an entry, or replaces it.
  void put(const std::string& symbol, const Quote& quote);

  /// Adds an entry if there is none; an existing entry does not change.
  /// \return the entry as it is now: when several threads add the same symbol at once, one of them is first, and
  ///         all get its quote
  Quote find_or_put(const std::string& symbol, const Quote& quote);

  /// Removes an entry.
  /// \return whether there was one
  bool invalidate(const std::string& symbol);

 private:
  struct State;  // yours, in shared_cache.cpp
  std::unique_ptr<State> state_;
};
