#include "cache.h"

#include <future>
#include <mutex>
#include <unordered_map>
#include <utility>

struct Cache::State {
  using Value = std::shared_future<std::int64_t>;

  /// The value of a key that is known or being worked out; else `own` is entered, for the caller to work out.
  std::pair<Value, bool> find_or_enter(const std::string& key, const Value& own) {
    // Looking and entering are one step: of several threads that come at once, one enters.
    const std::scoped_lock lock(mutex);
    const auto [entry, is_new] = values.try_emplace(key, own);
    return {entry->second, is_new};
  }

  void forget(const std::string& key) {
    const std::scoped_lock lock(mutex);
    values.erase(key);
  }

  Compute compute;  // never changes
  std::mutex mutex;
  std::unordered_map<std::string, Value> values;  // guarded by mutex
};

Cache::Cache(Compute compute) : state_(std::make_unique<State>()) { state_->compute = std::move(compute); }

Cache::~Cache() = default;

std::int64_t Cache::get(const std::string& key) {
  std::promise<std::int64_t> promise;
  const auto [value, is_mine] = state_->find_or_enter(key, promise.get_future().share());
  if (is_mine) {
    // No lock is held here: other keys can be worked out at the same time, by `compute` itself too.
    try {
      promise.set_value(state_->compute(key));
    } catch (...) {
      // Forgotten first, so that no thread that comes after the exception finds it.
      state_->forget(key);
      promise.set_exception(std::current_exception());
    }
  }
  return value.get();
}
