#pragma once

#include <chrono>
#include <deque>
#include <optional>
#include <string>
#include <utility>

#include "lockstep/counted.h"
#include "lockstep/linearize.h"

/// What the headers of lab 04 promise, for one thread.
namespace queue_reference {

/// An item that can only be moved, and whose move throws where a scenario says so. After a move from it it is 0.
struct Item : lockstep::Counted {
  explicit Item(int number) : value(number) {}
  // NOLINTNEXTLINE(performance-noexcept-move-constructor): it throws on purpose
  Item(Item&& other) { take(other); }
  // NOLINTNEXTLINE(performance-noexcept-move-constructor)
  Item& operator=(Item&& other) {
    take(other);
    return *this;
  }
  Item(const Item&) = delete;
  Item& operator=(const Item&) = delete;
  ~Item() = default;

  int value = 0;

 private:
  void take(Item& other) {
    lockstep::fault_point();
    value = std::exchange(other.value, 0);
  }
};
inline std::string to_text(const Item& item) { return std::to_string(item.value); }

/// BoundedQueue and TwoLockQueue, of Items; what comes out of it are their numbers.
struct Queue {
  explicit Queue(std::size_t places) : capacity(places) {}

  bool push(Item&& item) {
    if (closed) return false;
    if (numbers.size() >= capacity) lockstep::must_wait();
    numbers.push_back(std::exchange(item.value, 0));
    return true;
  }
  bool try_push(Item&& item) { return !closed && numbers.size() < capacity && push(std::move(item)); }
  /// No time passes here: it gives up where it would wait.
  bool push_for(Item&& item, std::chrono::milliseconds /*timeout*/) { return try_push(std::move(item)); }
  std::optional<int> pop() {
    if (numbers.empty() && !closed) lockstep::must_wait();
    return try_pop();
  }
  std::optional<int> try_pop() {
    if (numbers.empty()) return std::nullopt;
    const int first = numbers.front();
    numbers.pop_front();
    return first;
  }
  std::optional<int> pop_for(std::chrono::milliseconds /*timeout*/) { return try_pop(); }
  void close() { closed = true; }
  bool operator==(const Queue&) const = default;

  std::size_t capacity;
  std::deque<int> numbers;
  bool closed = false;
};

/// What a form of push gives, and that the item is inside, or as it was.
template <class Push>
std::string pushed(int number, const Push& push) {
  Item item(number);
  try {
    const bool inside = push(std::move(item));
    // NOLINTNEXTLINE(bugprone-use-after-move): an item that is refused is promised to be as it was
    return std::string(inside ? "true" : "false") + (item.value == (inside ? 0 : number) ? "" : ", item changed");
  } catch (const lockstep::Fault&) {
    if (item.value != number) return "throws, item lost";
    throw;
  }
}

/// All that is inside, taken out.
template <class AnyQueue>
std::string drained(AnyQueue& queue) {
  std::string text;
  while (const auto item = queue.try_pop()) text += lockstep::linearize::text_of(*item) + ' ';
  return text;
}

/// How many items get in until one does not, up to 3.
template <class AnyQueue>
int filled(AnyQueue& queue) {
  int inside = 0;
  while (inside < 3 && queue.try_push(Item(7))) ++inside;
  return inside;
}

}  // namespace queue_reference
