#include "explorer/schedule/thread_set.h"

namespace lockstep::explorer {

ThreadId ThreadSet::from_high(ThreadId thread) const {
  if (!wide_) return kMaxThreads;
  std::uint64_t not_below = thread < kBits ? ~std::uint64_t{0} : ~std::uint64_t{0} << bit_of(thread);
  for (std::size_t i = thread < kBits ? 0 : word_of(thread); i < kHighWords; ++i, not_below = ~std::uint64_t{0}) {
    if (const std::uint64_t rest = high_[i] & not_below; rest != 0)
      return static_cast<ThreadId>(i + 1) * kBits + std::countr_zero(rest);
  }
  return kMaxThreads;
}

ThreadId ThreadSet::take_first_high() {
  const ThreadId first = from_high(kBits);
  if (first < kMaxThreads) erase(first);
  return first;
}

int ThreadSet::high_size() const {
  int size = 0;
  for (const std::uint64_t word : high_) size += std::popcount(word);
  return size;
}

bool ThreadSet::same_high(const ThreadSet& other) const {
  if (wide_ && other.wide_) return high_ == other.high_;
  return (wide_ ? *this : other).high_size() == 0;
}

void ThreadSet::insert_high(ThreadId thread) {
  if (!wide_) high_.fill(0);
  wide_ = true;
  high_[word_of(thread)] |= std::uint64_t{1} << bit_of(thread);
}

void ThreadSet::add_high(const ThreadSet& other) {
  if (!wide_) high_.fill(0);
  wide_ = true;
  for (std::size_t i = 0; i < kHighWords; ++i) high_[i] |= other.high_[i];
}

void ThreadSet::keep_high(const ThreadSet& other) {
  wide_ = other.wide_;
  for (std::size_t i = 0; wide_ && i < kHighWords; ++i) high_[i] &= other.high_[i];
}

void ThreadSet::take_away_high(const ThreadSet& other) {
  for (std::size_t i = 0; i < kHighWords; ++i) high_[i] &= ~other.high_[i];
}

}  // namespace lockstep::explorer
