#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

/// Saves the registers that a call must keep, the stack pointer (into `*save`), and goes on where `load` was saved,
/// with `thread_pointer` in TPIDR_EL0, which every program may set.
void lockstep_switch(void** save, void* load, std::uintptr_t thread_pointer);
}

namespace lockstep::explorer {

/// The thread pointer of whatever runs now: its thread-local variables lie above it, struct pthread below it.
inline std::byte* own_block() {
  std::byte* block = nullptr;
  asm("mrs %0, tpidr_el0" : "=r"(block));
  return block;
}

/// The struct pthread of a block: what pthread_self() gives.
inline std::byte* control_of(std::byte* block, const BlockSizes& sizes) { return block - sizes.control_size; }

/// Goes on with another context.
class Switch {
 public:
  void operator()(void** save, void* load, std::byte* block) const {
    lockstep_switch(save, load, reinterpret_cast<std::uintptr_t>(block));
  }
};

}  // namespace lockstep::explorer
