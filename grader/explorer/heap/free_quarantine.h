#pragma once

#include <array>
#include <cstddef>

namespace lockstep::explorer {

/// Freed blocks that are not handed out again before the schedule ends: so many, and so many bytes, at most.
class FreeQuarantine {
 public:
  /// \return false when there is no room: the block is to be freed now
  bool keep(void* block, std::size_t size) {
    if (count_ == blocks_.size() || bytes_ + size > kMostBytes) return false;
    blocks_[count_++] = block;
    bytes_ += size;
    return true;
  }

  template <class Visit>
  void for_each(Visit visit) const {
    for (std::size_t i = 0; i < count_; ++i) visit(blocks_[i]);
  }

  void clear() { count_ = bytes_ = 0; }

 private:
  static constexpr std::size_t kMostBytes = 64 << 20;

  std::array<void*, 16'384> blocks_{};
  std::size_t count_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace lockstep::explorer
