// What the compiler calls for every plain access to memory, under -fsanitize=thread (the interface of GCC's and LLVM's
// ThreadSanitizer runtime).

#include "explorer/hooks/access.h"

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/finding/wording.h"
#include "explorer/hooks/hook.h"
#include "explorer/image/stack.h"
#include "explorer/model/out_of_bounds.h"

namespace lockstep::explorer {
namespace {

std::string_view verb(const Access& access) {
  if (access.kind == Access::kFree) return "frees";
  if (access.atomic()) return access.writes() ? "atomically writes" : "atomically reads";
  return access.writes() ? "writes" : "reads";
}

[[noreturn]] void race(std::uintptr_t address, const Access& earlier, Access::Kind kind, Place place) {
  Engine& run = engine();
  const Access later{
      .clock = 0, .thread = static_cast<std::uint8_t>(run.current()), .bytes = 0, .kind = kind, .place = place};
  RawFinding finding{.kind = FindingKind::kDataRace,
                     .message = "",
                     .places = {earlier.place, place},
                     .address = address,
                     .threads = {ThreadId{earlier.thread}, run.current()}};
  const std::string both = describe(ThreadId{earlier.thread}) + " " + std::string(verb(earlier)) + " {memory} at " +
                           mark(earlier.place) + ", and " + describe(run.current()) + " " + std::string(verb(later)) +
                           " it at " + mark(place);
  if (earlier.kind == Access::kFree) {
    finding.kind = FindingKind::kUseAfterFree;
    finding.message = "Use after free: " + both + ". The memory may already be another object's.";
  } else if (kind == Access::kFree) {
    finding.kind = FindingKind::kUseAfterFree;
    finding.message = "Use after free: " + both +
                      ", and nothing orders the two: in another schedule the memory is gone when it is used.";
  } else {
    finding.message = "Data race: " + both +
                      ", and nothing orders the two: no lock that both hold, no join, no atomic that one thread "
                      "releases after its access and the other acquires before its own. Either order can happen, and "
                      "the value read may be any.";
  }
  run.fail(std::move(finding));
}

/// At the end of a thread the library calls templates of its own (a promise kept at thread exit lets go of its state);
/// what orders them lies in its compiled parts, and is not seen.
bool library_ends_the_thread() {
  Engine& run = engine();
  return run.self().leaving && run.places().own != nullptr && run.places().own(own_stack()) == 0;
}

/// Whether the program has said that such accesses of the thread are no part of a race. The end of memory always is.
bool ignores(const Thread& self, Access::Kind kind) {
  if (kind == Access::kFree) return false;
  const bool writes = kind == Access::kWrite || kind == Access::kAtomicWrite;
  return (writes ? self.ignores_writes : self.ignores_reads) != 0;
}

}  // namespace

void note_access(const volatile void* address, std::size_t size, Access::Kind kind, const void* caller) {
  Engine& run = engine();
  if (kind == Access::kWrite && run.stutter().notes_writes()) run.stutter().note_write(address, size);
  const auto at = reinterpret_cast<std::uintptr_t>(address);
  AccessWatch* const watch = run.rules().watch;
  if (watch != nullptr && !watch->about_to_access(at, size, kind, run.place_of_instruction(caller))) return;
  if (ignores(run.self(), kind)) return;
  const Place place = run.place_of(caller);
  if (const Access* earlier = run.shadow().note(at, size, kind, place, run.current(), run.self().clock)) {
    if (run.rules().lock_orders != nullptr) return;
    const Access now{.kind = kind};
    if (earlier->kind == Access::kEnd) run.fail(out_of_bounds(*earlier, run.current(), verb(now), place));
    if (run.annotations().is_benign(at)) return;
    const auto& trusted = run.places().trusted;
    const bool library = trusted != nullptr && (trusted(place) || trusted(earlier->place));
    if (library || library_ends_the_thread()) return;
    const auto& passes_race = run.places().passes_race;
    const bool is_free = kind == Access::kFree || earlier->kind == Access::kFree;
    if (!is_free && passes_race != nullptr && passes_race(earlier->place, place)) return;
    race(at, *earlier, kind, place);
  }
}

namespace {

[[gnu::noinline]] void note_slowly(const volatile void* address, std::size_t size, Access::Kind kind,
                                   const void* caller) {
  const EngineScope scope;
  note_access(address, size, kind, caller);
}

/// What is not noted at once. Apart from that, and called last, so that it needs few registers.
template <Access::Kind Kind>
[[gnu::noinline]] void note_beside(const volatile void* address, std::size_t size, const void* caller,
                                   Shadow::Cell& cell, std::uint8_t bytes) {
  Engine& run = engine();
  if (!run.shadow().note_beside<Kind>(cell, bytes, run.place_of_instruction(caller), run.current(), run.self().clock))
    note_slowly(address, size, Kind, caller);
}

template <std::size_t Size, Access::Kind Kind>
[[gnu::always_inline]] inline void note(const volatile void* address, const void* caller) {
  Engine& run = engine();
  const auto granule = run.shadow().granule(reinterpret_cast<std::uintptr_t>(address), Size);
  if (granule.cell == nullptr || (Kind == Access::kWrite && run.stutter().notes_writes())) [[unlikely]]
    return note_slowly(address, Size, Kind, caller);
  if (run.shadow().note_at_once<Kind>(granule, run.place_of_instruction(caller), run.current(), run.self().clock))
    return;
  note_beside<Kind>(address, Size, caller, *granule.cell, granule.bytes);
}

void mark_reached(const void* caller) { the_reached.mark(Engine::place_of_instruction(caller)); }

/// Apart, so that it costs nothing where it is not asked for.
template <std::size_t Size, Access::Kind Kind>
[[gnu::noinline]] void mark_and_note(const volatile void* address, const void* caller) {
  mark_reached(caller);
  note<Size, Kind>(address, caller);
}

template <std::size_t Size, Access::Kind Kind>
[[gnu::always_inline]] inline void access(const volatile void* address, const void* caller) {
  if (!exploring) return;
  if (the_reached.is_known()) [[unlikely]]
    return mark_and_note<Size, Kind>(address, caller);
  note<Size, Kind>(address, caller);
}

}  // namespace

// NOLINTBEGIN(bugprone-reserved-identifier): the names are the compiler's
extern "C" {

void __tsan_init() {}
void __tsan_func_entry(void*) {}
void __tsan_func_exit() {}

#define LOCKSTEP_ACCESSES(size)                                             \
  LOCKSTEP_HOOK void __tsan_read##size(void* address) {                     \
    access<size, Access::kRead>(address, __builtin_return_address(0));      \
  }                                                                         \
  LOCKSTEP_HOOK void __tsan_write##size(void* address) {                    \
    access<size, Access::kWrite>(address, __builtin_return_address(0));     \
  }                                                                         \
  LOCKSTEP_HOOK void __tsan_unaligned_read##size(void* address) {           \
    access<size, Access::kRead>(address, __builtin_return_address(0));      \
  }                                                                         \
  LOCKSTEP_HOOK void __tsan_unaligned_write##size(void* address) {          \
    access<size, Access::kWrite>(address, __builtin_return_address(0));     \
  }                                                                         \
  LOCKSTEP_HOOK void __tsan_volatile_read##size(void* address) {            \
    access<size, Access::kRead>(address, __builtin_return_address(0));      \
  }                                                                         \
  LOCKSTEP_HOOK void __tsan_volatile_write##size(void* address) {           \
    access<size, Access::kWrite>(address, __builtin_return_address(0));     \
  }                                                                         \
  LOCKSTEP_HOOK void __tsan_unaligned_volatile_read##size(void* address) {  \
    access<size, Access::kRead>(address, __builtin_return_address(0));      \
  }                                                                         \
  LOCKSTEP_HOOK void __tsan_unaligned_volatile_write##size(void* address) { \
    access<size, Access::kWrite>(address, __builtin_return_address(0));     \
  }                                                                         \
  LOCKSTEP_HOOK void __tsan_read_write##size(void* address) {               \
    access<size, Access::kWrite>(address, __builtin_return_address(0));     \
  }                                                                         \
  LOCKSTEP_HOOK void __tsan_unaligned_read_write##size(void* address) {     \
    access<size, Access::kWrite>(address, __builtin_return_address(0));     \
  }
LOCKSTEP_ACCESSES(1)
LOCKSTEP_ACCESSES(2)
LOCKSTEP_ACCESSES(4)
LOCKSTEP_ACCESSES(8)
LOCKSTEP_ACCESSES(16)
#undef LOCKSTEP_ACCESSES

LOCKSTEP_HOOK void __tsan_read_range(void* address, unsigned long size) {
  if (!exploring || size == 0) return;
  const EngineScope scope;
  note_access(address, size, Access::kRead, __builtin_return_address(0));
}

LOCKSTEP_HOOK void __tsan_write_range(void* address, unsigned long size) {
  if (!exploring || size == 0) return;
  const EngineScope scope;
  note_access(address, size, Access::kWrite, __builtin_return_address(0));
}

LOCKSTEP_HOOK void __tsan_vptr_read(void** pointer) {
  access<sizeof(void*), Access::kRead>(pointer, __builtin_return_address(0));
}

LOCKSTEP_HOOK void __tsan_vptr_update(void** pointer, void* value) {
  if (*pointer == value) {  // a destructor that sets what is set already: not a write that anybody could see
    if (exploring && the_reached.is_known()) mark_reached(__builtin_return_address(0));
    return;
  }
  access<sizeof(void*), Access::kWrite>(pointer, __builtin_return_address(0));
}
}
// NOLINTEND(bugprone-reserved-identifier)

}  // namespace lockstep::explorer
