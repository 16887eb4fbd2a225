#pragma once

#include <cstdint>

extern "C" {

/// Saves the registers that a call must keep, the stack pointer (into `*save`), and goes on where `load` was saved,
/// with `thread_pointer` as the base of its thread-local block (FSGSBASE).
void lockstep_switch_with_base(void** save, void* load, std::uintptr_t thread_pointer);

/// The same where only the kernel may set the base; the caller has done so.
void lockstep_switch(void** save, void* load);

/// Where a new fibre begins: calls r13(r12). The unwinder's walk ends here.
void lockstep_fibre_start();
}
