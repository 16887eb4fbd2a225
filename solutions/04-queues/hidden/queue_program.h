#pragma once

#include <string>

#include "lockstep/linearize.h"

/// How the clients of lab 04 read as programs of a learner's own: ./lab replay --as-test.
namespace queue_program {

/// \param object  the declaration of `queue`
inline lockstep::AsProgram of(const std::string& header, const std::string& object) {
  return {
      .headers = {header, "<chrono>", "<optional>", "<utility>"}, .name = "queue", .object = object, .declarations = R"(
/// An item that can only be moved, and whose move may throw. After a move from it it is 0.
struct Item {
  explicit Item(int number) : value(number) {}
  Item(Item&& other) { take(other); }
  Item& operator=(Item&& other) {
    take(other);
    return *this;
  }

  int value = 0;

 private:
  void take(Item& other) {
    fault_point();
    value = std::exchange(other.value, 0);
  }
};

std::string to_text(const Item& item) { return std::to_string(item.value); }

/// What a push gives, and whether the item is inside, or as it was.
template <class Push>
std::string pushed(int number, const Push& push) {
  Item item(number);
  try {
    const bool inside = push(item);
    return std::string(inside ? "true" : "false") + (item.value == (inside ? 0 : number) ? "" : ", item changed");
  } catch (const Fault&) {
    if (item.value != number) return "throws, item lost";
    throw;
  }
}

/// All that is inside, taken out.
template <class Queue>
std::string drained(Queue& queue) {
  std::string text;
  while (const auto item = queue.try_pop()) text += to_text(*item) + ' ';
  return text;
}

/// How many items get in until one does not, up to 3.
template <class Queue>
int filled(Queue& queue) {
  int inside = 0;
  while (inside < 3 && queue.try_push(Item(7))) ++inside;
  return inside;
}
)"};
}

inline lockstep::AsProgram of_bounded(std::size_t capacity) {
  return of("bounded_queue.h", "BoundedQueue<Item> queue(" + std::to_string(capacity) + ");");
}

/// A form of push, which may take more arguments behind the item.
inline std::string push(const std::string& form, const std::string& more = "") {
  return "pushed($1, [&](Item& item) { return queue." + form + "(std::move(item)" + more + "); })";
}

}  // namespace queue_program
