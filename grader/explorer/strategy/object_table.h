#pragma once

#include <cstddef>
#include <deque>
#include <unordered_map>

namespace lockstep::explorer {

/// What a strategy knows of each object that a program uses, in the order in which they were first used: addresses may
/// be others when the program runs again, and the same seed must choose the same schedules.
template <class Known>
class ObjectTable {
 public:
  /// \return nullptr for one that is new when there are too many: a program that makes objects again and again
  [[nodiscard]] Known* at(const void* address) {
    const auto found = by_address_.find(address);
    if (found != by_address_.end()) return found->second;
    if (all_.size() == kMost) return nullptr;
    Known& known = all_.emplace_back(address);
    by_address_.emplace(address, &known);
    return &known;
  }

  [[nodiscard]] std::deque<Known>& all() { return all_; }

 private:
  static constexpr std::size_t kMost = 4096;

  std::deque<Known> all_;  // what is in it stays where it is
  std::unordered_map<const void*, Known*> by_address_;
};

}  // namespace lockstep::explorer
