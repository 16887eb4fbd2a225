// What a program says to ThreadSanitizer about itself: the dynamic annotations (llvm, compiler-rt/lib/tsan/rtl/
// tsan_interface_ann.cpp) and <sanitizer/tsan_interface.h>. They mean here what they mean there; those that say nothing
// of what happens before what are taken, and do nothing.

#include <cstddef>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"

namespace lockstep::explorer {
namespace {

const void* plain_address(const volatile void* address) { return const_cast<const void*>(address); }

/// A step: which thread comes first to the address makes a difference.
void annotation_step(OpKind kind, const volatile void* address, const void* caller) {
  Engine& run = engine();
  run.step({.kind = kind, .size = 1, .place = run.place_of(caller), .object = plain_address(address), .also = nullptr});
}

void happens_before(const volatile void* address, const void* caller) {
  if (!exploring) return;
  const EngineScope scope;
  annotation_step(OpKind::kHappensBefore, address, caller);
  Engine& run = engine();
  run.annotations().before(plain_address(address), run.self().clock);
  run.self().clock.tick(run.current());
}

void happens_after(const volatile void* address, const void* caller) {
  if (!exploring) return;
  const EngineScope scope;
  annotation_step(OpKind::kHappensAfter, address, caller);
  Engine& run = engine();
  run.annotations().after(plain_address(address), run.self().clock);
}

enum class Ignored : unsigned char { kReads, kWrites, kBoth };

/// \param more  1 where a section begins, -1 where it ends
void ignore_accesses(Ignored what, int more) {
  if (!exploring) return;
  const EngineScope scope;
  Engine& run = engine();
  const auto count = [&](std::uint32_t& sections) {
    if (more < 0 && sections == 0) return;
    sections += static_cast<std::uint32_t>(more);
    // An access that is noted at once asks nobody whether it is ignored.
    run.shadow().slow_down(run.annotations().count_sections(more));
  };
  if (what != Ignored::kWrites) count(run.self().ignores_reads);
  if (what != Ignored::kReads) count(run.self().ignores_writes);
}

void note_benign(const volatile void* address, std::size_t size) {
  if (!exploring) return;
  const EngineScope scope;
  engine().annotations().benign(address, size);
}

constexpr unsigned kTryLockFailed = 1U << 5U;  // __tsan_mutex_try_lock_failed

}  // namespace

// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): the names are ThreadSanitizer's
extern "C" {

void __tsan_acquire(void* address) { happens_after(address, __builtin_return_address(0)); }
void __tsan_release(void* address) { happens_before(address, __builtin_return_address(0)); }

// A lock of the program's own making: its insides are its own affair, and to take it is to learn what was released.
void __tsan_mutex_create(void*, unsigned) {}
void __tsan_mutex_destroy(void*, unsigned) {}
void __tsan_mutex_pre_lock(void*, unsigned) { ignore_accesses(Ignored::kBoth, 1); }
void __tsan_mutex_post_lock(void* mutex, unsigned flags, int) {
  ignore_accesses(Ignored::kBoth, -1);
  if ((flags & kTryLockFailed) == 0) happens_after(mutex, __builtin_return_address(0));
}
int __tsan_mutex_pre_unlock(void* mutex, unsigned) {
  happens_before(mutex, __builtin_return_address(0));
  ignore_accesses(Ignored::kBoth, 1);
  return 0;
}
void __tsan_mutex_post_unlock(void*, unsigned) { ignore_accesses(Ignored::kBoth, -1); }
void __tsan_mutex_pre_signal(void*, unsigned) { ignore_accesses(Ignored::kBoth, 1); }
void __tsan_mutex_post_signal(void*, unsigned) { ignore_accesses(Ignored::kBoth, -1); }
void __tsan_mutex_pre_divert(void*, unsigned) { ignore_accesses(Ignored::kBoth, -1); }
void __tsan_mutex_post_divert(void*, unsigned) { ignore_accesses(Ignored::kBoth, 1); }

void __tsan_ignore_thread_begin() { ignore_accesses(Ignored::kBoth, 1); }
void __tsan_ignore_thread_end() { ignore_accesses(Ignored::kBoth, -1); }
void __tsan_check_no_mutexes_held() {}

void AnnotateHappensBefore(const char*, int, const volatile void* address) {
  happens_before(address, __builtin_return_address(0));
}
void AnnotateHappensAfter(const char*, int, const volatile void* address) {
  happens_after(address, __builtin_return_address(0));
}
void WTFAnnotateHappensBefore(const char*, int, const volatile void* address) {
  happens_before(address, __builtin_return_address(0));
}
void WTFAnnotateHappensAfter(const char*, int, const volatile void* address) {
  happens_after(address, __builtin_return_address(0));
}

void AnnotateRWLockCreate(const char*, int, const volatile void*) {}
void AnnotateRWLockCreateStatic(const char*, int, const volatile void*) {}
void AnnotateRWLockDestroy(const char*, int, const volatile void*) {}
void AnnotateRWLockAcquired(const char*, int, const volatile void* lock, long) {
  happens_after(lock, __builtin_return_address(0));
}
void AnnotateRWLockReleased(const char*, int, const volatile void* lock, long) {
  happens_before(lock, __builtin_return_address(0));
}

void AnnotateIgnoreReadsBegin(const char*, int) { ignore_accesses(Ignored::kReads, 1); }
void AnnotateIgnoreReadsEnd(const char*, int) { ignore_accesses(Ignored::kReads, -1); }
void AnnotateIgnoreWritesBegin(const char*, int) { ignore_accesses(Ignored::kWrites, 1); }
void AnnotateIgnoreWritesEnd(const char*, int) { ignore_accesses(Ignored::kWrites, -1); }
void AnnotateIgnoreSyncBegin(const char*, int) {}
void AnnotateIgnoreSyncEnd(const char*, int) {}

void AnnotateBenignRace(const char*, int, const volatile void* address, const char*) { note_benign(address, 8); }
void AnnotateBenignRaceSized(const char*, int, const volatile void* address, long size, const char*) {
  note_benign(address, static_cast<std::size_t>(size));
}
void WTFAnnotateBenignRaceSized(const char*, int, const volatile void* address, long size, const char*) {
  note_benign(address, static_cast<std::size_t>(size));
}

void AnnotateCondVarSignal(const char*, int, const volatile void*) {}
void AnnotateCondVarSignalAll(const char*, int, const volatile void*) {}
void AnnotateCondVarWait(const char*, int, const volatile void*, const volatile void*) {}
void AnnotateEnableRaceDetection(const char*, int, int) {}
void AnnotateExpectRace(const char*, int, const volatile void*, const char*) {}
void AnnotateFlushExpectedRaces(const char*, int) {}
void AnnotateFlushState(const char*, int) {}
void AnnotateMemoryIsInitialized(const char*, int, const volatile void*, long) {}
void AnnotateMemoryIsUninitialized(const char*, int, const volatile void*, long) {}
void AnnotateMutexIsNotPHB(const char*, int, const volatile void*) {}
void AnnotateMutexIsUsedAsCondVar(const char*, int, const volatile void*) {}
void AnnotateNewMemory(const char*, int, const volatile void*, long) {}
void AnnotateNoOp(const char*, int, const volatile void*) {}
void AnnotatePCQCreate(const char*, int, const volatile void*) {}
void AnnotatePCQDestroy(const char*, int, const volatile void*) {}
void AnnotatePCQGet(const char*, int, const volatile void*) {}
void AnnotatePCQPut(const char*, int, const volatile void*) {}
void AnnotatePublishMemoryRange(const char*, int, const volatile void*, long) {}
void AnnotateThreadName(const char*, int, const char*) {}
void AnnotateTraceMemory(const char*, int, const volatile void*) {}
void AnnotateUnpublishMemoryRange(const char*, int, const volatile void*, long) {}
int RunningOnValgrind() { return 0; }
double ValgrindSlowdown() { return 10.0; }
}
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

}  // namespace lockstep::explorer
