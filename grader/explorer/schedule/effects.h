#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace lockstep::explorer {

/// What a step did that other threads can notice. Two steps whose effects are independent lead to the same state in
/// either order.
class Effects {
 public:
  /// Some bytes of memory, or an object known by its address, that a step read or changed.
  struct Touched {
    std::uintptr_t address = 0;
    std::uint32_t size = 1;
    bool changed = false;
    bool kept_value = false;  ///< changed in what it orders alone: the same value was stored again
  };

  /// The first that the step does.
  void begin(const void* object, std::size_t size, bool changed) {
    touched_[0] = {reinterpret_cast<std::uintptr_t>(object), static_cast<std::uint32_t>(size), changed, false};
    count_ = object != nullptr ? 1 : 0;
    uses_time_ = affects_all_ = false;
  }

  void touch(const void* object, std::size_t size, bool changed) {
    add({reinterpret_cast<std::uintptr_t>(object), static_cast<std::uint32_t>(size), changed, false});
  }

  /// What the step was to change, it left as it was: a compare_exchange that failed is a load.
  void only_read() {
    for (std::size_t i = 0; i < count_; ++i) touched_[i].changed = false;
  }

  /// What the step stored was there already. What was released with it may be new.
  void kept_values() {
    for (std::size_t i = 0; i < count_; ++i) touched_[i].kept_value = true;
  }

  /// The step asked for the time, or waited for a time to come.
  void use_time() { uses_time_ = true; }

  /// What the step did cannot be told by objects: it counts as dependent on every other.
  void affect_all() { affects_all_ = true; }

  /// Takes over what another step of the same thread did.
  void merge(const Effects& other) {
    for (const Touched& one : other.touched()) add(one);
    uses_time_ |= other.uses_time_;
    affects_all_ |= other.affects_all_;
  }

  void clear() {
    count_ = 0;
    uses_time_ = affects_all_ = false;
  }

  [[nodiscard]] std::span<const Touched> touched() const { return {touched_.data(), count_}; }
  [[nodiscard]] bool uses_time() const { return uses_time_; }
  [[nodiscard]] bool affects_all() const { return affects_all_; }

 private:
  static constexpr std::size_t kMost = 4;

  void add(const Touched& one) {
    for (std::size_t i = 0; i < count_; ++i) {
      if (touched_[i].address != one.address || touched_[i].size != one.size) continue;
      touched_[i].changed |= one.changed;
      return;
    }
    if (count_ == kMost) {
      affects_all_ = true;
    } else {
      touched_[count_++] = one;
    }
  }

  std::array<Touched, kMost> touched_{};
  std::uint8_t count_ = 0;
  bool uses_time_ = false;
  bool affects_all_ = false;
};

[[nodiscard]] inline bool overlap(const Effects::Touched& a, const Effects::Touched& b) {
  return a.address < b.address + b.size && b.address < a.address + a.size;
}

/// Whether the order of two steps of different threads can make a difference.
[[nodiscard]] inline bool dependent(const Effects& a, const Effects& b) {
  if (a.affects_all() || b.affects_all() || (a.uses_time() && b.uses_time())) return true;
  for (const Effects::Touched& one : a.touched()) {
    for (const Effects::Touched& other : b.touched()) {
      if ((one.changed || other.changed) && overlap(one, other)) return true;
    }
  }
  return false;
}

}  // namespace lockstep::explorer
