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

}  // namespace lockstep::explorer

// The carrier's part for each machine: the same names, in one of these.
#if defined(__x86_64__)
#include "explorer/carrier/x86_64.h"
#elif defined(__aarch64__)
#include "explorer/carrier/aarch64.h"
#else
#error "the explorer's fibres know x86-64 and aarch64"
#endif
