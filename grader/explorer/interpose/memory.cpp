// What stands in for malloc, free and operator new and delete: freed memory must not be used, and memory that is handed
// out again has no history. While a schedule runs, freed blocks are kept back, so that a use after free meets nothing
// else.

#include <malloc.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>

#include "explorer/engine/exploring.h"
#include "explorer/engine/stack.h"
#include "explorer/hooks/access.h"
#include "explorer/interpose/early_blocks.h"
#include "explorer/interpose/free_quarantine.h"
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

constinit FreeQuarantine quarantine;

/// A list that needs no memory of its own: it is filled while the program's constructors run.
struct EarlyBlocks {
  std::array<void*, 4096> blocks{};
  std::size_t count = 0;
  bool closed = false;  ///< the program's main has begun

  void add(void* block) {
    if (!closed && block != nullptr && count < blocks.size()) blocks[count++] = block;
  }
  void remove(const void* block) {
    if (closed) return;
    auto* const end = blocks.begin() + count;
    if (auto* const found = std::find(blocks.begin(), end, block); found != end) *found = blocks[--count];
  }
  [[nodiscard]] bool has(const void* block) const {
    return closed && std::find(blocks.begin(), blocks.begin() + count, block) != blocks.begin() + count;
  }
};
constinit EarlyBlocks early_blocks;

/// A new block has no history.
void* fresh(void* block) {
  if (block != nullptr && exploring) {
    const EngineScope scope;
    engine().shadow().forget(reinterpret_cast<std::uintptr_t>(block), malloc_usable_size(block));
  }
  return block;
}

/// Locks and atomics inside a block that is freed.
void end_objects(std::uintptr_t address, std::size_t size, Place place) {
  Engine& run = engine();
  if (run.sync().empty()) return;
  for (SyncObject* object : run.sync().within(address, size)) destroy(*object, place);
}

void free_block(void* block, const void* caller) {
  if (block == nullptr) return;
  if (!exploring) {
    if (early_blocks.closed && early_blocks.has(block)) return;
    early_blocks.remove(block);
    __libc_free(block);
    return;
  }
  const EngineScope scope;
  const auto address = reinterpret_cast<std::uintptr_t>(block);
  const std::size_t size = malloc_usable_size(block);
  const Place direct = image().place(caller);
  // A library, which also works at the end of a thread, orders its own accesses by means that are not seen here.
  if (direct != 0 && !engine().self().leaving) {
    note_access(block, size, Access::kFree, caller);
  } else {
    engine().shadow().forget(address, size);
  }
  end_objects(address, size, direct);
  if (early_blocks.has(block)) return;
  if (!quarantine.keep(block, size)) __libc_free(block);
}

void* allocate(std::size_t size) {
  for (;;) {
    if (void* block = fresh(__libc_malloc(size == 0 ? 1 : size))) {
      early_blocks.add(block);
      return block;
    }
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}

void* allocate_aligned(std::size_t size, std::align_val_t alignment) {
  void* block = fresh(__libc_memalign(static_cast<std::size_t>(alignment), size == 0 ? 1 : size));
  if (block == nullptr) throw std::bad_alloc();
  return block;
}

}  // namespace

void for_each_early_block(const std::function<void(void* block, std::size_t size)>& visit) {
  early_blocks.closed = true;
  for (std::size_t i = 0; i < early_blocks.count; ++i)
    visit(early_blocks.blocks[i], malloc_usable_size(early_blocks.blocks[i]));
}

void give_back_all() {
  quarantine.for_each([](void* block) { __libc_free(block); });
  quarantine.clear();
}

extern "C" {

void* malloc(std::size_t size) { return fresh(__libc_malloc(size)); }
void* calloc(std::size_t count, std::size_t size) { return fresh(__libc_calloc(count, size)); }
void* memalign(std::size_t alignment, std::size_t size) { return fresh(__libc_memalign(alignment, size)); }
void* aligned_alloc(std::size_t alignment, std::size_t size) { return fresh(__libc_memalign(alignment, size)); }
int posix_memalign(void** block, std::size_t alignment, std::size_t size) {
  *block = fresh(__libc_memalign(alignment, size));
  return *block == nullptr ? ENOMEM : 0;
}
void* realloc(void* block, std::size_t size) {
  if (!exploring || block == nullptr) return fresh(__libc_realloc(block, size));
  void* moved = fresh(__libc_malloc(size));
  if (moved == nullptr) return nullptr;
  std::memcpy(moved, block, std::min(size, malloc_usable_size(block)));
  free_block(block, __builtin_return_address(0));
  return moved;
}
void free(void* block) { free_block(block, __builtin_return_address(0)); }
}

}  // namespace lockstep::explorer

using lockstep::explorer::allocate;
using lockstep::explorer::allocate_aligned;
using lockstep::explorer::free_block;

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void* operator new(std::size_t size, std::align_val_t alignment) { return allocate_aligned(size, alignment); }
void* operator new[](std::size_t size, std::align_val_t alignment) { return allocate_aligned(size, alignment); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return malloc(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return malloc(size); }
void operator delete(void* block) noexcept { free_block(block, __builtin_return_address(0)); }
void operator delete[](void* block) noexcept { free_block(block, __builtin_return_address(0)); }
void operator delete(void* block, std::size_t) noexcept { free_block(block, __builtin_return_address(0)); }
void operator delete[](void* block, std::size_t) noexcept { free_block(block, __builtin_return_address(0)); }
void operator delete(void* block, std::align_val_t) noexcept { free_block(block, __builtin_return_address(0)); }
void operator delete[](void* block, std::align_val_t) noexcept { free_block(block, __builtin_return_address(0)); }
void operator delete(void* block, std::size_t, std::align_val_t) noexcept {
  free_block(block, __builtin_return_address(0));
}
void operator delete[](void* block, std::size_t, std::align_val_t) noexcept {
  free_block(block, __builtin_return_address(0));
}
