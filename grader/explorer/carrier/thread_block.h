#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace lockstep::explorer {

/// What the C library offers, privately, to make and fill a thread's control and thread-local block (x86-64, glibc).
class ThreadBlocks {
 public:
  /// \return nothing where the C library does not offer it
  [[nodiscard]] static std::optional<ThreadBlocks> probe();

  /// Bytes of memory that a block needs.
  [[nodiscard]] std::size_t size() const { return size_; }

  /// A new block: what pthread_self() gives and thread-local variables live in. Never freed: blocks are used again.
  /// \param memory  `size()` bytes, all zero
  [[nodiscard]] void* make(std::byte* memory) const;

  /// Gives thread-local variables their first values again, except the C library's own.
  void reset(void* block) const;

  /// First thing and last thing that a fibre does on its new block.
  void enter() const { enter_(); }
  void run_destructors() const { run_destructors_(); }

 private:
  /// The thread-local variables of one module.
  struct Segment {
    std::ptrdiff_t offset = 0;      ///< from the block
    std::vector<std::byte> values;  ///< the first ones
  };

  ThreadBlocks() = default;

  void* (*allocate_)(void*) = nullptr;
  void (*enter_)() = nullptr;
  void (*run_destructors_)() = nullptr;
  std::size_t size_ = 0;
  std::size_t alignment_ = 1;
  std::size_t control_size_ = 0;
  std::ptrdiff_t tid_offset_ = 0;
  std::ptrdiff_t rseq_offset_ = 0;
  std::vector<Segment> segments_;
};

}  // namespace lockstep::explorer
