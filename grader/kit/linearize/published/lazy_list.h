#pragma once

#include <atomic>
#include <deque>
#include <limits>
#include <mutex>

namespace lockstep::published {

/// A set as a sorted list that is searched without a lock (Heller et al., A Lazy Concurrent List-Based Set Algorithm,
/// OPODIS 2005). With `kValidates` false, a change is made although another one has come between the search and the two
/// locks.
template <bool kValidates>
class LazyList {
 public:
  LazyList() {
    head_.next = &tail_;
    head_.key = std::numeric_limits<int>::min();
    tail_.key = std::numeric_limits<int>::max();
  }

  bool add(int key) {
    return change(key, [this, key](Node& before, Node& at) {
      if (at.key == key) return false;
      Node& added = new_node(key);
      added.next = &at;
      before.next = &added;
      return true;
    });
  }

  bool remove(int key) {
    return change(key, [key](Node& before, Node& at) {
      if (at.key != key) return false;
      at.removed = true;
      before.next = at.next.load();
      return true;
    });
  }

  [[nodiscard]] bool contains(int key) const {
    const Node* at = &head_;
    while (at->key < key) at = at->next;
    return at->key == key && !at->removed;
  }

 private:
  struct Node {
    int key = 0;
    std::mutex mutex;
    std::atomic<bool> removed = false;
    std::atomic<Node*> next = nullptr;
  };

  template <class Change>
  bool change(int key, Change make) {
    for (;;) {
      Node* before = &head_;
      Node* at = head_.next;
      while (at->key < key) {
        before = at;
        at = at->next;
      }
      const std::scoped_lock lock_before(before->mutex);
      const std::scoped_lock lock_at(at->mutex);
      const bool valid = !before->removed && !at->removed && before->next == at;
      if (valid || !kValidates) return make(*before, *at);
    }
  }

  Node& new_node(int key) {
    const std::scoped_lock lock(nodes_mutex_);
    Node& added = nodes_.emplace_back();
    added.key = key;
    return added;
  }

  Node head_;
  Node tail_;
  std::mutex nodes_mutex_;
  std::deque<Node> nodes_;  // guarded by nodes_mutex_; kept until the list ends, as a search may stand in any
};

}  // namespace lockstep::published
