#if defined(__x86_64__)

#include "explorer/carrier/machine.h"

namespace lockstep::explorer {
namespace {

/// The head of glibc's control block (sysdeps/x86_64/nptl/tls.h, tcbhead_t): part of its ABI with compilers and
/// debuggers, so it does not move.
struct ControlBlock {
  void* self_tcb;
  void* dtv;
  void* self;
  int multiple_threads;
  int gscope_flag;
  std::uintptr_t sysinfo;
  std::uintptr_t stack_guard;
  std::uintptr_t pointer_guard;
  unsigned long unused[2];
  unsigned feature_1;
};

std::uintptr_t control_words() {
  std::uint32_t sse = 0;
  std::uint16_t x87 = 0;
  asm("stmxcsr %0" : "=m"(sse));
  asm("fnstcw %0" : "=m"(x87));
  return sse | (static_cast<std::uintptr_t>(x87) << 32);
}

}  // namespace

std::size_t block_bytes(const BlockSizes& sizes) { return sizes.static_size + sizes.alignment; }

std::byte* block_in(std::byte* memory, const BlockSizes& sizes) {
  const std::uintptr_t highest = reinterpret_cast<std::uintptr_t>(memory) + block_bytes(sizes) - sizes.control_size;
  return reinterpret_cast<std::byte*>(highest & ~(sizes.alignment - 1));
}

void fill_control(std::byte* memory, const BlockSizes&) {
  auto* block = reinterpret_cast<ControlBlock*>(memory);
  const auto* own = reinterpret_cast<const ControlBlock*>(own_block());
  block->self_tcb = block;
  block->self = block;
  block->multiple_threads = 1;
  block->stack_guard = own->stack_guard;
  block->pointer_guard = own->pointer_guard;
  block->feature_1 = own->feature_1;
}

extern "C" void lockstep_context_start();  // calls r13(r12); the unwinder's walk ends here

void* new_context(std::byte* stack_end, ContextEntry entry, const void* argument) {
  // What lockstep_switch pops: control words, r15, r14, r13 (the function), r12 (its argument), rbx, rbp, the place.
  auto* top = reinterpret_cast<std::uintptr_t*>(stack_end) - 2;
  *--top = reinterpret_cast<std::uintptr_t>(&lockstep_context_start);
  *--top = 0;
  *--top = 0;
  *--top = reinterpret_cast<std::uintptr_t>(argument);
  *--top = reinterpret_cast<std::uintptr_t>(entry);
  *--top = 0;
  *--top = 0;
  *--top = control_words();
  return top;
}

}  // namespace lockstep::explorer

// The switch ends in a jump and not in a return: the processor's return stack knows nothing of other stacks, and each
// return would be mispredicted (22 ns instead of 10). The control words of floating point are loaded only where they
// differ, which they hardly ever do: loading them takes as long as all the rest.
asm(R"(
.text
.macro LOCKSTEP_SAVE
  endbr64
  pushq %rbp
  pushq %rbx
  pushq %r12
  pushq %r13
  pushq %r14
  pushq %r15
  subq $8, %rsp
  stmxcsr (%rsp)
  fnstcw 4(%rsp)
  movl (%rsp), %r8d
  movzwl 4(%rsp), %r9d
  movq %rsp, (%rdi)
  movq %rsi, %rsp
.endm
.macro LOCKSTEP_LOAD
  cmpl (%rsp), %r8d
  jne 1f
  cmpw 4(%rsp), %r9w
  je 2f
1:
  ldmxcsr (%rsp)
  fldcw 4(%rsp)
2:
  addq $8, %rsp
  popq %r15
  popq %r14
  popq %r13
  popq %r12
  popq %rbx
  popq %rbp
  popq %rcx
  jmp *%rcx
.endm

.globl lockstep_switch_with_base
.type lockstep_switch_with_base, @function
lockstep_switch_with_base:
  LOCKSTEP_SAVE
  wrfsbase %rdx
  LOCKSTEP_LOAD
.size lockstep_switch_with_base, .-lockstep_switch_with_base

.globl lockstep_switch
.type lockstep_switch, @function
lockstep_switch:
  LOCKSTEP_SAVE
  LOCKSTEP_LOAD
.size lockstep_switch, .-lockstep_switch

.globl lockstep_context_start
.type lockstep_context_start, @function
lockstep_context_start:
  .cfi_startproc
  .cfi_undefined rip
  endbr64
  xorl %ebp, %ebp
  movq %r12, %rdi
  call *%r13
  ud2
  .cfi_endproc
.size lockstep_context_start, .-lockstep_context_start
.section .note.GNU-stack, "", @progbits
.text
)");

#endif  // __x86_64__
