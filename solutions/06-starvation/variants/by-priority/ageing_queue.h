#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

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
  explicit AgeingQueue(int most_passes) : most_passes_(static_cast<std::size_t>(most_passes)) {
    if (most_passes < 0) throw std::invalid_argument("an item cannot be passed over fewer than 0 times");
  }

  AgeingQueue(const AgeingQueue&) = delete;
  AgeingQueue& operator=(const AgeingQueue&) = delete;

  /// \param priority  any number; a higher one is more urgent
  void push(int priority, T item) {
    {
      const std::scoped_lock lock(mutex_);
      const auto place = std::upper_bound(entries_.begin(), entries_.end(), priority,
                                          [](int mine, const Entry& other) { return mine > other.priority; });
      entries_.insert(place, {priority, next_number_++, std::move(item)});
      ++pushes_;
    }
    pushes_.notify_all();
  }

  /// Waits until there is an item, takes it out, and hands it out.
  T pop() {
    for (;;) {
      const std::uint64_t seen = pushes_;
      if (auto item = try_pop()) return std::move(*item);
      pushes_.wait(seen);
    }
  }

  /// Does not wait. \return what `pop` would give; nothing when the queue is empty
  std::optional<T> try_pop() {
    const std::scoped_lock lock(mutex_);
    if (entries_.empty()) return std::nullopt;
    auto oldest = std::min_element(entries_.begin(), entries_.end(),
                                   [](const Entry& one, const Entry& other) { return one.number < other.number; });
    // An older item is passed over at least as often as a younger one: so the oldest one is the first that is due.
    const auto passes = std::count_if(handed_out_.begin(), handed_out_.end(),
                                      [&](std::uint64_t number) { return number > oldest->number; });
    const auto chosen = static_cast<std::size_t>(passes) >= most_passes_ ? oldest : entries_.begin();
    handed_out_.push_back(chosen->number);
    std::optional<T> item(std::move(chosen->item));
    entries_.erase(chosen);
    if (entries_.empty()) handed_out_.clear();
    return item;
  }

 private:
  struct Entry {
    int priority;
    std::uint64_t number;
    T item;
  };

  const std::size_t most_passes_;
  std::mutex mutex_;
  std::vector<Entry> entries_;  // guarded by mutex_; in the order of their priority, and then of their number
  std::vector<std::uint64_t> handed_out_;  // guarded by mutex_; the numbers of what passed over the items that are left
  std::uint64_t next_number_ = 0;          // guarded by mutex_
  std::atomic<std::uint64_t> pushes_ = 0;
};
