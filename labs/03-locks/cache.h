#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

/// Remembers what a dear function gave, so that it is called once for each key, however many threads ask.
class Cache {
 public:
  /// Works out the value of a key. It may take long, may throw, and may ask this cache for *other* keys.
  /// It is called by several threads at once, for different keys.
  using Compute = std::function<std::int64_t(const std::string& key)>;

  explicit Cache(Compute compute);
  ~Cache();
  Cache(const Cache&) = delete;
  Cache& operator=(const Cache&) = delete;

  /// The value of `key`. The first thread that asks for it works it out, and those that ask meanwhile wait for that
  /// thread. Nobody waits who asks for a key that is known, or for one that nobody else works out.
  /// \throw what `compute` throws, to the thread that called it. Those that waited for it get the same exception, or
  ///        try it themselves. Nothing is remembered: whoever asks later tries again.
  [[nodiscard]] std::int64_t get(const std::string& key);

 private:
  struct State;  // yours, in cache.cpp
  std::unique_ptr<State> state_;
};
