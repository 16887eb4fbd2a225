#pragma once

#include <malloc.h>

namespace lockstep::measure {

/// Memory that was given back stays with the process. To ask the system for it again costs a page fault every 4 KiB, or
/// nothing, as it happens to lie in the heap: a fifth of the time of a run that lasts milliseconds, and more.
inline void keep_memory() {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);  // the most that it takes
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_TOP_PAD, 64 << 20);
}

}  // namespace lockstep::measure
