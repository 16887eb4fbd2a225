#pragma once

#include <asm/prctl.h>
#include <sys/auxv.h>
#include <sys/syscall.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" {

/// Saves the registers that a call must keep, the stack pointer (into `*save`), and goes on where `load` was saved,
/// with `thread_pointer` as the base of its thread-local block (FSGSBASE).
void lockstep_switch_with_base(void** save, void* load, std::uintptr_t thread_pointer);

/// The same where only the kernel may set the base; the caller has done so.
void lockstep_switch(void** save, void* load);
}

namespace lockstep::explorer {

/// The thread pointer of whatever runs now: its thread-local variables lie below it, struct pthread at it.
inline std::byte* own_block() {
  std::byte* block = nullptr;
  asm("movq %%fs:16, %0" : "=r"(block));
  return block;
}

/// The struct pthread of a block: what pthread_self() gives.
inline std::byte* control_of(std::byte* block, const BlockSizes&) { return block; }

/// Goes on with another context. The functions of the C library that run in between would use the wrong block: there
/// are none.
class Switch {
 public:
  void operator()(void** save, void* load, std::byte* block) const {
    const auto base = reinterpret_cast<std::uintptr_t>(block);
    if (set_base_) {
      lockstep_switch_with_base(save, load, base);
    } else {
      set_base_by_kernel(base);
      lockstep_switch(save, load);
    }
  }

 private:
  static bool may_set_base() {
    constexpr unsigned long kFsgsbase = 2;
    return (getauxval(AT_HWCAP2) & kFsgsbase) != 0 && std::getenv("LOCKSTEP_NO_FSGSBASE") == nullptr;
  }
  static void set_base_by_kernel(std::uintptr_t base) {
    long result = 0;
    asm volatile("syscall" : "=a"(result) : "a"(SYS_arch_prctl), "D"(ARCH_SET_FS), "S"(base) : "rcx", "r11", "memory");
  }

  bool set_base_ = may_set_base();
};

}  // namespace lockstep::explorer
