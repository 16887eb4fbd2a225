#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

/// Remembers the results of an expensive function, so that it is called once for each key, however many threads ask.
class Cache {
 public:
  /// Computes the value of a key. It may take long, may throw, and may ask this cache for *other* keys.
  /// Several threads call it at once, for different keys. It runs on a thread that asks for the key, inside get.
  using Compute = std::function<std::int64_t(const std::string& key)>;

  explicit Cache(Compute compute);
  ~Cache();
  Cache(const Cache&) = delete;
  Cache& operator=(const Cache&) = delete;

  /// The value of `key`, which may be any number. The first thread that asks for it computes it. Threads that ask in
  /// the meantime wait for that thread. A thread does not wait if the key is known, or if no other thread is computing
  /// it.
  /// \throw the exception of `compute`, in the thread that called it. The threads that waited get the same exception,
  ///        or call `compute` themselves. The cache does not remember the failure: the next call of get tries again.
  [[nodiscard]] std::int64_t get(const std::string& key);

 private:
  struct State;  // yours, in cache.cpp
  std::unique_ptr<State> state_;
};
