#include "explorer/image/reached.h"

#include <sys/mman.h>

namespace lockstep::explorer {

constinit Reached the_reached;

void Reached::begin(std::uintptr_t size) {
  // Only the pages that are marked take memory.
  void* const mapped = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  marks_ = mapped == MAP_FAILED ? nullptr : static_cast<std::uint8_t*>(mapped);
}

}  // namespace lockstep::explorer
