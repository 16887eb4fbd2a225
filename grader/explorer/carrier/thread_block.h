#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace lockstep::explorer {

/// What the C library offers, privately, to make and fill a thread's control and thread-local block (x86-64, glibc).
class ThreadBlocks {
 public:
  /// \return nothing where the C library does not offer it
  [[nodiscard]] static std::optional<ThreadBlocks> probe();

  /// A new block: what pthread_self() gives and thread-local variables live in. Never freed: blocks are used again.
  [[nodiscard]] void* make() const;

  /// Gives thread-local variables their first values again, except the C library's own.
  void reset(void* block) const;

  /// First thing and last thing that a fibre does on its new block.
  void enter() const { enter_(); }
  void run_destructors() const { run_destructors_(); }

 private:
  /// The thread-local variables of one module.
  struct Segment {
    std::ptrdiff_t offset = 0;  ///< from the block
    std::size_t size = 0;
    std::size_t initialised = 0;
    const void* image = nullptr;
  };

  ThreadBlocks() = default;

  void* (*allocate_)(void*) = nullptr;
  void (*enter_)() = nullptr;
  void (*run_destructors_)() = nullptr;
  std::ptrdiff_t tid_offset_ = 0;
  std::ptrdiff_t rseq_offset_ = 0;
  std::vector<Segment> segments_;
};

}  // namespace lockstep::explorer
