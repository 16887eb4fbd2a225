#pragma once

#include <optional>
#include <stdexcept>

// Part 5: a priority queue in which nothing is forgotten. Read README.md first.

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
  explicit AgeingQueue(int most_passes);

  AgeingQueue(const AgeingQueue&) = delete;
  AgeingQueue& operator=(const AgeingQueue&) = delete;

  /// \param priority  any number; a higher one is more urgent
  void push(int priority, T item);

  /// Waits until there is an item, takes it out, and hands it out.
  T pop();

  /// Does not wait. \return what `pop` would give; nothing when the queue is empty
  std::optional<T> try_pop();
};

template <class T>
AgeingQueue<T>::AgeingQueue(int /*most_passes*/) {
  throw std::logic_error("AgeingQueue's constructor is not written yet: see part 5 of README.md");
}

template <class T>
void AgeingQueue<T>::push(int /*priority*/, T /*item*/) {
  throw std::logic_error("AgeingQueue::push is not written yet: see part 5 of README.md");
}

template <class T>
T AgeingQueue<T>::pop() {
  throw std::logic_error("AgeingQueue::pop is not written yet: see part 5 of README.md");
}

template <class T>
std::optional<T> AgeingQueue<T>::try_pop() {
  throw std::logic_error("AgeingQueue::try_pop is not written yet: see part 5 of README.md");
}
