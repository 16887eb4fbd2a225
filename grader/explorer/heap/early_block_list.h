#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace lockstep::explorer {

/// Blocks that were allocated before `main`. Ready before any constructor runs; its memory comes from `Reallocate`.
template <void* (*Reallocate)(void* block, std::size_t size)>
class EarlyBlockList {
 public:
  void add(void* block) {
    if (count_ == room_) {
      const std::size_t more = room_ == 0 ? 1024 : 2 * room_;
      void* const moved = Reallocate(blocks_, more * sizeof(void*));
      if (moved == nullptr) return;
      blocks_ = static_cast<void**>(moved);
      room_ = more;
    }
    blocks_[count_++] = block;
  }

  void remove(const void* block) {
    // The latest first: most blocks live for a short time.
    const auto from_the_end = std::make_reverse_iterator(end());
    const auto found = std::find(from_the_end, std::make_reverse_iterator(begin()), block);
    if (found.base() != begin()) *(found.base() - 1) = blocks_[--count_];
  }

  /// No more are added or removed.
  void close() { std::sort(begin(), end()); }

  [[nodiscard]] bool has(const void* block) const {
    return std::binary_search(begin(), end(), const_cast<void*>(block));
  }

  [[nodiscard]] void** begin() const { return blocks_; }
  [[nodiscard]] void** end() const { return blocks_ + count_; }

 private:
  void** blocks_ = nullptr;
  std::size_t count_ = 0;
  std::size_t room_ = 0;
};

}  // namespace lockstep::explorer
