#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>

namespace lockstep::published {

/// A bounded buffer as a monitor. With `kLooksAgain` false, a woken thread trusts that what it waited for still holds:
/// the mistake of figure 30.8 in Arpaci-Dusseau and Arpaci-Dusseau, Operating Systems: Three Easy Pieces, chapter 30.
template <bool kLooksAgain>
class BoundedBuffer {
 public:
  void put(int value) {
    std::unique_lock lock(mutex_);
    wait(lock, not_full_, [this] { return values_.size() < kCapacity; });
    values_.push_back(value);
    not_empty_.notify_one();
  }

  int get() {
    std::unique_lock lock(mutex_);
    wait(lock, not_empty_, [this] { return !values_.empty(); });
    if (values_.empty()) return kNothing;  // where another one would take what is not there
    const int value = values_.front();
    values_.pop_front();
    not_full_.notify_one();
    return value;
  }

 private:
  static constexpr std::size_t kCapacity = 1;
  static constexpr int kNothing = -1;

  template <class Condition>
  void wait(std::unique_lock<std::mutex>& lock, std::condition_variable& changed, Condition holds) {
    if constexpr (kLooksAgain) {
      while (!holds()) changed.wait(lock);
    } else {
      if (!holds()) changed.wait(lock);
    }
  }

  std::mutex mutex_;
  std::condition_variable not_full_;
  std::condition_variable not_empty_;
  std::deque<int> values_;
};

}  // namespace lockstep::published
