#pragma once

#include <algorithm>
#include <condition_variable>
#include <list>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <utility>

/// A queue that hands out what is most urgent, and still hands out everything in the end.
///
/// An item is *passed over* when an item that was pushed after it is handed out before it. An item that was passed over
/// as often as the queue allows is *due*, and comes before all that are not. Of several that are due, the one that was
/// pushed first comes first. If none is due, the one with the highest priority comes first, and of those with the same
/// priority the one that was pushed first.
///
/// Several threads may call every function at once. It is destroyed when no thread uses it.
/// \tparam T  can be moved; need not be copied
template <class T>
class AgeingQueue {
 public:
  /// \param most_passes  how often an item may be passed over; 0: items come in the order in which they were pushed
  /// \throw std::invalid_argument when the number is negative
  explicit AgeingQueue(int most_passes) : most_passes_(most_passes) {
    if (most_passes < 0) throw std::invalid_argument("an item cannot be passed over fewer than 0 times");
  }

  AgeingQueue(const AgeingQueue&) = delete;
  AgeingQueue& operator=(const AgeingQueue&) = delete;

  /// \param priority  any number; a higher one is more urgent
  void push(int priority, T item) {
    const std::scoped_lock lock(mutex_);
    entries_.push_back({.priority = priority, .passes = 0, .item = std::move(item)});
    pushed_.notify_one();
  }

  /// Waits until there is an item, takes it out, and hands it out.
  T pop() {
    std::unique_lock lock(mutex_);
    pushed_.wait(lock, [this] { return !entries_.empty(); });
    return take();
  }

  /// Does not wait. \return what `pop` would give; nothing when the queue is empty
  std::optional<T> try_pop() {
    const std::scoped_lock lock(mutex_);
    if (entries_.empty()) return std::nullopt;
    return take();
  }

 private:
  struct Entry {
    int priority;
    int passes;  ///< how often it was passed over
    T item;
  };

  /// With the lock held, and an item there.
  T take() {
    auto chosen = std::ranges::find(entries_, most_passes_, &Entry::passes);
    if (chosen == entries_.end()) chosen = std::ranges::max_element(entries_, {}, &Entry::priority);
    T item = std::move(chosen->item);
    // Those before it were pushed before it. None of them was due, so none is passed over too often.
    for (auto entry = entries_.begin(); entry != chosen; ++entry) ++entry->passes;
    entries_.erase(chosen);
    return item;
  }

  const int most_passes_;
  std::mutex mutex_;
  std::condition_variable pushed_;
  std::list<Entry> entries_;  // in the order in which they were pushed; guarded by mutex_
};
