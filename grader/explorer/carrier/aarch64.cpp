#if defined(__aarch64__)

#include "explorer/carrier/machine.h"

namespace lockstep::explorer {
namespace {

/// Between the thread pointer and the first thread-local variable (sysdeps/aarch64/nptl/tls.h, tcbhead_t).
constexpr std::size_t kHead = 16;

/// What lockstep_switch saves, from the stack pointer up.
struct Saved {
  std::uint64_t x19;  // of a new context: its argument
  std::uint64_t x20;  // of a new context: its function
  std::uint64_t x21_to_x28[8];
  std::uint64_t frame;  // x29
  std::uint64_t place;  // x30: where to go on
  double d8_to_d15[8];
  std::uint64_t control;  // of floating point
  std::uint64_t unused;
};
static_assert(sizeof(Saved) == 176 && sizeof(Saved) % 16 == 0);

}  // namespace

std::size_t block_bytes(const BlockSizes& sizes) {
  return sizes.control_size + kHead + sizes.static_size + 2 * sizes.alignment;
}

std::byte* block_in(std::byte* memory, const BlockSizes& sizes) {
  const std::uintptr_t lowest = reinterpret_cast<std::uintptr_t>(memory) + sizes.control_size + sizes.alignment - 1;
  return reinterpret_cast<std::byte*>(lowest & ~(sizes.alignment - 1));
}

void fill_control(std::byte* block, const BlockSizes& sizes) {
  // struct pthread begins with header.multiple_threads (nptl/descr.h, TLS_DTV_AT_TP). Guards of the stack and of
  // pointers are global on this machine.
  *reinterpret_cast<int*>(control_of(block, sizes)) = 1;
}

extern "C" void lockstep_context_start();  // calls x20(x19); the unwinder's walk ends here

void* new_context(std::byte* stack_end, ContextEntry entry, const void* argument) {
  auto* saved = reinterpret_cast<Saved*>(stack_end) - 1;
  *saved = {};
  saved->x19 = reinterpret_cast<std::uint64_t>(argument);
  saved->x20 = reinterpret_cast<std::uint64_t>(entry);
  saved->place = reinterpret_cast<std::uint64_t>(&lockstep_context_start);
  asm("mrs %0, fpcr" : "=r"(saved->control));
  return saved;
}

}  // namespace lockstep::explorer

// The switch ends in a jump and not in a return: the processor's return stack knows nothing of other stacks. The
// control register of floating point is loaded only where it differs, which it hardly ever does.
asm(R"(
.text
.globl lockstep_switch
.type lockstep_switch, %function
lockstep_switch:
  hint #34
  sub sp, sp, #176
  stp x19, x20, [sp]
  stp x21, x22, [sp, #16]
  stp x23, x24, [sp, #32]
  stp x25, x26, [sp, #48]
  stp x27, x28, [sp, #64]
  stp x29, x30, [sp, #80]
  stp d8, d9, [sp, #96]
  stp d10, d11, [sp, #112]
  stp d12, d13, [sp, #128]
  stp d14, d15, [sp, #144]
  mrs x9, fpcr
  str x9, [sp, #160]
  mov x10, sp
  str x10, [x0]
  mov sp, x1
  msr tpidr_el0, x2
  ldr x10, [sp, #160]
  cmp x9, x10
  b.eq 1f
  msr fpcr, x10
1:
  ldp x19, x20, [sp]
  ldp x21, x22, [sp, #16]
  ldp x23, x24, [sp, #32]
  ldp x25, x26, [sp, #48]
  ldp x27, x28, [sp, #64]
  ldp x29, x30, [sp, #80]
  ldp d8, d9, [sp, #96]
  ldp d10, d11, [sp, #112]
  ldp d12, d13, [sp, #128]
  ldp d14, d15, [sp, #144]
  add sp, sp, #176
  mov x16, x30
  br x16
.size lockstep_switch, .-lockstep_switch

.globl lockstep_context_start
.type lockstep_context_start, %function
lockstep_context_start:
  .cfi_startproc
  .cfi_undefined x30
  hint #36
  mov x29, #0
  mov x0, x19
  blr x20
  brk #1
  .cfi_endproc
.size lockstep_context_start, .-lockstep_context_start
.section .note.GNU-stack, "", %progbits
.text
)");

#endif  // __aarch64__
