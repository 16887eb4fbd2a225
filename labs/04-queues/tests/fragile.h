#pragma once

#include <atomic>
#include <limits>
#include <stdexcept>
#include <thread>
#include <utility>

/// Decides which move of the Fragile items that share it throws.
struct Moves {
  std::atomic<int> left = std::numeric_limits<int>::max();  ///< so many moves succeed; the next one throws, once
  std::atomic<bool> first_by_a_stranger_throws = false;     ///< the first move on a thread that did not make the item
};

/// An item that can only be moved, and whose move may throw. After a move from it, its value is kGone.
class Fragile {
 public:
  static constexpr int kGone = -1;

  Fragile(int value, Moves& moves) : value_(value), moves_(&moves) {}
  // NOLINTNEXTLINE(performance-noexcept-move-constructor): it throws on purpose
  Fragile(Fragile&& other) : moves_(other.moves_) { steal(other); }
  // NOLINTNEXTLINE(performance-noexcept-move-constructor)
  Fragile& operator=(Fragile&& other) {
    moves_ = other.moves_;
    steal(other);
    return *this;
  }
  Fragile(const Fragile&) = delete;
  Fragile& operator=(const Fragile&) = delete;
  ~Fragile() = default;

  [[nodiscard]] int value() const { return value_; }

 private:
  void steal(Fragile& other) {
    maker_ = other.maker_;
    const bool by_a_stranger = maker_ != std::this_thread::get_id();
    if (moves_->left-- == 0 || (by_a_stranger && moves_->first_by_a_stranger_throws.exchange(false))) {
      throw std::runtime_error("this item cannot be moved now");
    }
    value_ = std::exchange(other.value_, kGone);
  }

  int value_ = kGone;
  Moves* moves_;
  std::thread::id maker_ = std::this_thread::get_id();
};
