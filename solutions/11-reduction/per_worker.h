#pragma once

#include <cstddef>
#include <vector>

// Part 3: a value for each worker. The private members are yours. Read README.md first.

/// The unit in which a machine's caches hand memory from core to core, in bytes: of x86-64 and of most others.
inline constexpr std::size_t kCacheLine = 64;

/// A value for each worker, which the worker uses without synchronisation. No two of them share a cache line, not even
/// in part.
///
/// \tparam T  can be copied
template <class T>
class PerWorker {
 public:
  /// \param workers  the number of values
  /// \param first    what each of them is in the beginning
  explicit PerWorker(std::size_t workers, const T& first = T()) : slots_(workers, Slot{first}) {}

  [[nodiscard]] std::size_t size() const { return slots_.size(); }

  /// \pre worker < size()
  [[nodiscard]] T& operator[](std::size_t worker) { return slots_[worker].value; }
  [[nodiscard]] const T& operator[](std::size_t worker) const { return slots_[worker].value; }

 private:
  // An object's size is a multiple of its alignment, so each slot is one or more cache lines, whole.
  struct alignas(kCacheLine) Slot {
    T value;
  };

  std::vector<Slot> slots_;
};
