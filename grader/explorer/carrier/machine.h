#pragma once

#include <cstddef>
#include <cstdint>

namespace lockstep::explorer {

/// What a new context calls: it never returns.
using ContextEntry = void (*)(const void* argument);

/// The sizes of glibc's private parts, as it says them itself.
struct BlockSizes {
  std::size_t static_size = 0;   ///< of thread-local variables, with what the ABI keeps beside them
  std::size_t control_size = 0;  ///< of struct pthread
  std::size_t alignment = 1;
};

/// Bytes of memory that a block needs.
std::size_t block_bytes(const BlockSizes& sizes);
/// Where in `memory` the thread pointer of a block is.
std::byte* block_in(std::byte* memory, const BlockSizes& sizes);
/// Fills what the ABI with compilers and debuggers keeps in a block.
void fill_control(std::byte* block, const BlockSizes& sizes);

/// A context that begins with `entry(argument)`. \return its stack pointer
void* new_context(std::byte* stack_end, ContextEntry entry, const void* argument);

}  // namespace lockstep::explorer

// What is inline, for each machine by the same names: own_block, control_of, Switch.
#if defined(__x86_64__)
#include "explorer/carrier/x86_64.h"
#elif defined(__aarch64__)
#include "explorer/carrier/aarch64.h"
#else
#error "the explorer's fibres know x86-64 and aarch64"
#endif
