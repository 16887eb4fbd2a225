#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace lockstep::explorer {

/// Threads that a schedule may have at the same time.
inline constexpr int kMaxThreads = 256;

/// A thread of the explored program: 0 is the one that runs the body. Numbers of joined threads are used again.
using ThreadId = int;

/// A set of threads, a bit each. Nearly every program has fewer than 64 threads: one word then says it all, and the
/// others are neither read nor copied.
class ThreadSet {
 public:
  ThreadSet() {}  // NOLINT(modernize-use-equals-default): that would write the words that do not count
  ThreadSet(const ThreadSet& other) : low_(other.low_), wide_(other.wide_) {
    if (wide_) [[unlikely]]
      high_ = other.high_;
  }
  ThreadSet& operator=(const ThreadSet& other) {
    low_ = other.low_;
    wide_ = other.wide_;
    if (wide_) [[unlikely]]
      high_ = other.high_;
    return *this;
  }

  [[nodiscard]] bool empty() const { return low_ == 0 && (!wide_ || high_size() == 0); }
  [[nodiscard]] bool contains(ThreadId thread) const {
    if (static_cast<unsigned>(thread) < kBits) [[likely]]
      return (low_ >> thread & 1) != 0;
    return wide_ && thread >= 0 && (high_[word_of(thread)] >> bit_of(thread) & 1) != 0;
  }
  [[nodiscard]] int size() const {
    int size = 0;  // one by one: there are few, and where no instruction counts them popcount is a call
    for (std::uint64_t rest = low_; rest != 0; rest &= rest - 1) ++size;
    return wide_ ? size + high_size() : size;
  }

  /// Whether there is one member, and no other.
  [[nodiscard]] bool has_one() const { return wide_ ? size() == 1 : low_ != 0 && (low_ & (low_ - 1)) == 0; }

  /// The member with the smallest number; the set is not empty.
  [[nodiscard]] ThreadId first() const { return low_ != 0 ? std::countr_zero(low_) : from_high(kBits); }

  /// The first member that is not below `thread`; kMaxThreads when there is none.
  [[nodiscard]] ThreadId from(ThreadId thread) const {
    if (thread < kBits) {
      if (const std::uint64_t rest = low_ >> thread << thread; rest != 0) return std::countr_zero(rest);
    }
    return wide_ ? from_high(thread) : kMaxThreads;
  }

  void insert(ThreadId thread) {
    if (thread < kBits) [[likely]] {
      low_ |= std::uint64_t{1} << thread;
    } else {
      insert_high(thread);
    }
  }
  void erase(ThreadId thread) {
    if (thread < kBits) [[likely]] {
      low_ &= ~(std::uint64_t{1} << thread);
    } else if (wide_) {
      high_[word_of(thread)] &= ~(std::uint64_t{1} << bit_of(thread));
    }
  }

  ThreadSet& operator|=(const ThreadSet& other) {
    low_ |= other.low_;
    if (other.wide_) [[unlikely]]
      add_high(other);
    return *this;
  }
  ThreadSet& operator&=(const ThreadSet& other) {
    low_ &= other.low_;
    if (wide_) [[unlikely]]
      keep_high(other);
    return *this;
  }
  /// Without the members of `other`.
  ThreadSet& operator-=(const ThreadSet& other) {
    low_ &= ~other.low_;
    if (wide_ && other.wide_) [[unlikely]]
      take_away_high(other);
    return *this;
  }
  [[nodiscard]] friend ThreadSet operator|(ThreadSet a, const ThreadSet& b) { return a |= b; }
  [[nodiscard]] friend ThreadSet operator&(ThreadSet a, const ThreadSet& b) { return a &= b; }
  [[nodiscard]] friend ThreadSet operator-(ThreadSet a, const ThreadSet& b) { return a -= b; }
  friend bool operator==(const ThreadSet& a, const ThreadSet& b) {
    return a.low_ == b.low_ && ((!a.wide_ && !b.wide_) || a.same_high(b));
  }

  class Iterator;
  [[nodiscard]] Iterator begin() const;
  [[nodiscard]] Iterator end() const;

 private:
  static constexpr int kBits = 64;
  static constexpr std::size_t kHighWords = kMaxThreads / kBits - 1;

  static std::size_t word_of(ThreadId thread) { return static_cast<std::size_t>(thread / kBits - 1); }
  static unsigned bit_of(ThreadId thread) { return static_cast<unsigned>(thread % kBits); }

  /// \return kMaxThreads when the set is empty
  ThreadId take_first() {
    if (low_ != 0) {
      const int first = std::countr_zero(low_);
      low_ &= low_ - 1;
      return first;
    }
    return wide_ ? take_first_high() : kMaxThreads;
  }

  // Cold: kept out of the way of the code for one word.
  [[gnu::cold]] ThreadId take_first_high();
  [[nodiscard, gnu::cold]] ThreadId from_high(ThreadId thread) const;
  [[nodiscard, gnu::cold]] int high_size() const;
  [[nodiscard, gnu::cold]] bool same_high(const ThreadSet& other) const;
  [[gnu::cold]] void insert_high(ThreadId thread);
  [[gnu::cold]] void add_high(const ThreadSet& other);
  [[gnu::cold]] void keep_high(const ThreadSet& other);
  [[gnu::cold]] void take_away_high(const ThreadSet& other);

  std::uint64_t low_ = 0;
  bool wide_ = false;                           ///< the other words count
  std::array<std::uint64_t, kHighWords> high_;  ///< written when it becomes wide
};

/// Goes through the members in the order of their numbers, as they were when it began.
class ThreadSet::Iterator {
 public:
  Iterator() = default;
  explicit Iterator(const ThreadSet& set) : rest_(set) { at_ = rest_.take_first(); }
  ThreadId operator*() const { return at_; }
  Iterator& operator++() {
    at_ = rest_.take_first();
    return *this;
  }
  bool operator!=(const Iterator& other) const { return at_ != other.at_; }

 private:
  ThreadSet rest_;
  ThreadId at_ = kMaxThreads;
};

inline ThreadSet::Iterator ThreadSet::begin() const { return Iterator(*this); }
inline ThreadSet::Iterator ThreadSet::end() const { return {}; }

/// The set of one thread.
[[nodiscard]] inline ThreadSet only(ThreadId thread) {
  ThreadSet set;
  set.insert(thread);
  return set;
}

/// The `skip`-th member, from 0; there are more than `skip`.
[[nodiscard]] inline ThreadId member(const ThreadSet& set, unsigned skip) {
  ThreadId thread = set.first();
  for (; skip > 0; --skip) thread = set.from(thread + 1);
  return thread;
}

}  // namespace lockstep::explorer
