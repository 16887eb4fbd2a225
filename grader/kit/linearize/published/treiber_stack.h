#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>

namespace lockstep::published {

/// A lock-free stack (Treiber, IBM RJ 5118, 1986) whose nodes are used again. With `kCounts` false, its head may be
/// another and then the same again between the look and the exchange: the ABA problem (Herlihy and Shavit, The Art of
/// Multiprocessor Programming, section 10.6). Otherwise the head counts its changes.
template <bool kCounts>
class TreiberStack {
 public:
  TreiberStack() {
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) free_.push_back(i);
  }

  /// \pre fewer than kMost values are in the stack
  void push(int value) {
    const std::uint32_t added = take_node();
    nodes_[added].value = value;
    std::uint64_t head = head_.load();
    do {
      nodes_[added].next = node_of(head);
    } while (!head_.compare_exchange_strong(head, behind(head, added)));
  }

  std::optional<int> pop() {
    std::uint64_t head = head_.load();
    while (node_of(head) != kNone) {
      const std::uint32_t next = nodes_[node_of(head)].next;
      if (!head_.compare_exchange_strong(head, behind(head, next))) continue;
      const int value = nodes_[node_of(head)].value;
      give_back(node_of(head));
      return value;
    }
    return std::nullopt;
  }

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;
  static constexpr std::size_t kMost = 16;

  struct Node {
    std::atomic<int> value = 0;
    std::atomic<std::uint32_t> next = kNone;
  };

  static std::uint32_t node_of(std::uint64_t head) { return static_cast<std::uint32_t>(head); }

  /// The head that follows: the number of changes, and the topmost node.
  static std::uint64_t behind(std::uint64_t head, std::uint32_t node) {
    const std::uint64_t changes = kCounts ? (head >> 32U) + 1 : 0;
    return changes << 32U | node;
  }

  std::uint32_t take_node() {
    const std::scoped_lock lock(free_mutex_);
    const std::uint32_t node = free_.front();
    free_.pop_front();
    return node;
  }
  void give_back(std::uint32_t node) {
    const std::scoped_lock lock(free_mutex_);
    free_.push_front(node);
  }

  std::array<Node, kMost> nodes_;
  std::mutex free_mutex_;
  std::deque<std::uint32_t> free_;  // guarded by free_mutex_; the one that was given back last is taken first
  std::atomic<std::uint64_t> head_ = kNone;
};

}  // namespace lockstep::published
