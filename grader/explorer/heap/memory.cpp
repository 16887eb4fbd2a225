// What stands in for malloc, free and operator new and delete. Freed memory must not be used, memory that is handed out
// again has no history, what lies right behind a block is nobody's, and a program's blocks lie at the same addresses
// whenever a schedule is run again.
//
// Two heaps, told apart by the address. What the program and its libraries allocate while a schedule runs comes from an
// arena; all else (the explorer's own, and what the program has before it is explored) comes from glibc. So the
// explorer does not move the program's blocks. Freed blocks of either are kept back until the schedule ends, so that a
// use after free meets nothing else.
//
// A block of the arena may outlive its schedule. A library may need it for as long as the process lives (a stream's
// buffer, a locale's facets, GoogleTest's message of a failed expectation), and so may a test's variable outside the
// explored body. Such blocks stay, and all later schedules begin above them. Dropped are only blocks that an explored
// program with a `main` has allocated by its own code: its variables are put back, so nothing refers to them.

#include <dlfcn.h>
#include <malloc.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/heap/arena.h"
#include "explorer/heap/early_block_list.h"
#include "explorer/heap/early_blocks.h"
#include "explorer/heap/free_quarantine.h"
#include "explorer/heap/schedule_memory.h"
#include "explorer/hooks/access.h"
#include "explorer/image/stack.h"
#include "explorer/interpose/locks.h"

extern "C" {
// glibc's own, behind the names that programs may replace.
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* block, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
void __libc_free(void* block);
}

namespace lockstep::explorer {
namespace {

constexpr std::size_t kDefaultAlignment = alignof(std::max_align_t);

constinit FreeQuarantine quarantine;
constinit Arena arena;
constinit EarlyBlockList<__libc_realloc> early_blocks;
constinit bool main_has_begun = false;

bool puts_back_early_blocks() { return &lockstep_puts_back_early_blocks != nullptr; }
bool is_early() { return puts_back_early_blocks() && !main_has_begun; }

std::size_t usable_size(void* block) {
  if (block == nullptr) return 0;
  if (arena.has(block)) return Arena::size(block);
  using Function = std::size_t (*)(void*);
  static constinit Function next = nullptr;
  if (next == nullptr) next = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "malloc_usable_size"));
  return next(block);
}

/// Memory that is handed out again is new.
void forget_history(void* block) {
  engine().shadow().forget(reinterpret_cast<std::uintptr_t>(block), usable_size(block));
}

/// What lies behind a block of the arena must not be used.
void note_end_of_block(const void* block, Place place) {
  const std::size_t size = Arena::size(block);
  engine().shadow().note_end(reinterpret_cast<std::uintptr_t>(block) + size, Arena::gap_behind(block),
                             static_cast<std::uint32_t>(size), place, engine().current());
}

void* take_from_glibc(std::size_t size, std::size_t alignment) {
  void* const block = __libc_memalign(alignment, size);
  if (block != nullptr) forget_history(block);
  return block;
}

/// The running schedule's blocks come from the arena; where that has no room, as outside a schedule from glibc.
/// \param alignment  a power of two
/// \return null when there is no memory
void* take_memory(std::size_t size, std::size_t alignment, const void* caller) {
  if (exploring) {
    const EngineScope scope;
    const Place place = image().place(caller);
    const Arena::Block block = arena.allocate(size, alignment, place != 0);
    if (block.memory == nullptr) return take_from_glibc(size, alignment);
    if (block.used_before) forget_history(block.memory);
    note_end_of_block(block.memory, place);
    return block.memory;
  }
  return alignment <= kDefaultAlignment ? __libc_malloc(size) : __libc_memalign(alignment, size);
}

/// Locks and atomics inside a block that is freed.
void end_objects(std::uintptr_t address, std::size_t size, Place place) {
  Engine& run = engine();
  run.annotations().forget(address, size);
  if (run.sync().empty()) return;
  for (SyncObject* object : run.sync().within(address, size)) destroy(*object, place);
}

void free_outside_a_schedule(void* block) {
  if (arena.has(block)) return arena.free(block);
  if (main_has_begun && early_blocks.has(block)) return;
  if (is_early()) early_blocks.remove(block);
  __libc_free(block);
}

void free_block(void* block, const void* caller) {
  if (block == nullptr) return;
  if (!exploring) return free_outside_a_schedule(block);
  const EngineScope scope;
  const auto address = reinterpret_cast<std::uintptr_t>(block);
  const std::size_t size = usable_size(block);
  const Place direct = image().place(caller);
  end_objects(address, size, direct);
  // A library, which also works at the end of a thread, orders its own accesses by means that are not seen here.
  if (direct != 0 && !engine().self().leaving) {
    note_access(block, size, Access::kFree, caller);
  } else {
    engine().shadow().forget(address, size);
  }
  if (arena.has(block)) return arena.free(block);
  if (early_blocks.has(block)) return;
  if (!quarantine.keep(block, size)) __libc_free(block);
}

void* move_block(void* block, std::size_t size, const void* caller) {
  if (block != nullptr && !exploring && !arena.has(block)) return __libc_realloc(block, size);
  if (block != nullptr && size == 0) {
    free_block(block, caller);
    return nullptr;
  }
  void* moved = take_memory(size, kDefaultAlignment, caller);
  if (moved == nullptr || block == nullptr) return moved;
  std::memcpy(moved, block, std::min(size, usable_size(block)));
  free_block(block, caller);
  return moved;
}

/// For operator new.
void* allocate(std::size_t size, std::size_t alignment, const void* caller) {
  for (;;) {
    if (void* block = take_memory(std::max(size, std::size_t{1}), alignment, caller)) {
      if (is_early()) early_blocks.add(block);
      return block;
    }
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}

void* allocate_or_null(std::size_t size, std::size_t alignment, const void* caller) noexcept {
  try {
    return allocate(size, alignment, caller);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

}  // namespace

void for_each_early_block(const std::function<void(void* block, std::size_t size)>& visit) {
  main_has_begun = true;
  early_blocks.close();
  for (void* block : early_blocks) visit(block, usable_size(block));
}

void end_schedule_memory() {
  quarantine.for_each([](void* block) { __libc_free(block); });
  quarantine.clear();
  arena.end_schedule(puts_back_early_blocks());
}

std::uint64_t moves_of_schedule_memory() { return arena.moves(); }

// What callers want to know of them: where in the program they were called.
#define CALLER __builtin_return_address(0)

extern "C" {

void* malloc(std::size_t size) { return take_memory(size, kDefaultAlignment, CALLER); }

void* calloc(std::size_t count, std::size_t size) {
  if (!exploring) return __libc_calloc(count, size);
  std::size_t bytes = 0;
  if (__builtin_mul_overflow(count, size, &bytes)) {
    errno = ENOMEM;
    return nullptr;
  }
  void* block = take_memory(bytes, kDefaultAlignment, CALLER);
  if (block != nullptr) std::memset(block, 0, bytes);
  return block;
}

void* memalign(std::size_t alignment, std::size_t size) {
  return take_memory(size, std::bit_ceil(std::max(alignment, kDefaultAlignment)), CALLER);
}

void* aligned_alloc(std::size_t alignment, std::size_t size) {
  return take_memory(size, std::bit_ceil(std::max(alignment, kDefaultAlignment)), CALLER);
}

int posix_memalign(void** block, std::size_t alignment, std::size_t size) {
  if (!std::has_single_bit(alignment) || alignment % sizeof(void*) != 0) return EINVAL;
  void* const found = take_memory(size, std::max(alignment, kDefaultAlignment), CALLER);
  if (found == nullptr) return ENOMEM;
  *block = found;
  return 0;
}

void* realloc(void* block, std::size_t size) { return move_block(block, size, CALLER); }

void* reallocarray(void* block, std::size_t count, std::size_t size) {
  std::size_t bytes = 0;
  if (__builtin_mul_overflow(count, size, &bytes)) {
    errno = ENOMEM;
    return nullptr;
  }
  return move_block(block, bytes, CALLER);
}

std::size_t malloc_usable_size(void* block) { return usable_size(block); }

void free(void* block) { free_block(block, CALLER); }
}

}  // namespace lockstep::explorer

using lockstep::explorer::allocate;
using lockstep::explorer::allocate_or_null;
using lockstep::explorer::free_block;
using lockstep::explorer::kDefaultAlignment;

void* operator new(std::size_t size) { return allocate(size, kDefaultAlignment, CALLER); }
void* operator new[](std::size_t size) { return allocate(size, kDefaultAlignment, CALLER); }
void* operator new(std::size_t size, std::align_val_t alignment) {
  return allocate(size, std::max(static_cast<std::size_t>(alignment), kDefaultAlignment), CALLER);
}
void* operator new[](std::size_t size, std::align_val_t alignment) {
  return allocate(size, std::max(static_cast<std::size_t>(alignment), kDefaultAlignment), CALLER);
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return allocate_or_null(size, kDefaultAlignment, CALLER);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return allocate_or_null(size, kDefaultAlignment, CALLER);
}
void operator delete(void* block) noexcept { free_block(block, CALLER); }
void operator delete[](void* block) noexcept { free_block(block, CALLER); }
void operator delete(void* block, std::size_t) noexcept { free_block(block, CALLER); }
void operator delete[](void* block, std::size_t) noexcept { free_block(block, CALLER); }
void operator delete(void* block, std::align_val_t) noexcept { free_block(block, CALLER); }
void operator delete[](void* block, std::align_val_t) noexcept { free_block(block, CALLER); }
void operator delete(void* block, std::size_t, std::align_val_t) noexcept { free_block(block, CALLER); }
void operator delete[](void* block, std::size_t, std::align_val_t) noexcept { free_block(block, CALLER); }
