#pragma once

#include <pthread.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "explorer/carrier/machine.h"

namespace lockstep::explorer {

/// What the C library offers, privately, to make and fill a thread's control and thread-local block (glibc).
class ThreadBlocks {
 public:
  /// \return nothing where the C library does not offer it
  [[nodiscard]] static std::optional<ThreadBlocks> probe();

  /// Bytes of memory that a block needs.
  [[nodiscard]] std::size_t size() const { return block_bytes(sizes_); }

  /// A new block, which thread-local variables live in. Never freed: blocks are used again.
  /// \param memory  `size()` bytes, all zero
  /// \return its thread pointer
  [[nodiscard]] std::byte* make(std::byte* memory) const;

  /// What pthread_self() gives on a block.
  [[nodiscard]] pthread_t thread(std::byte* block) const;

  /// Gives thread-local variables their first values again, except the C library's own.
  void reset(std::byte* block) const;

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
  BlockSizes sizes_;
  std::ptrdiff_t tid_offset_ = 0;
  std::ptrdiff_t rseq_offset_ = 0;
  std::vector<Segment> segments_;
};

}  // namespace lockstep::explorer
