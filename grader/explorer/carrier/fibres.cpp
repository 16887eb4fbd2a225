#include <sys/mman.h>

#include <array>
#include <cstdint>
#include <new>
#include <utility>

#include "explorer/carrier/carrier.h"
#include "explorer/carrier/machine.h"
#include "explorer/carrier/thread_block.h"

namespace lockstep::explorer {
namespace {

constexpr std::size_t kStackSize = std::size_t{8} << 20;  // what Linux gives a thread
constexpr std::size_t kGuardSize = 4096;

/// A fibre's stack with a guard page below it, and room above it. Always at the same place for the same thread, where
/// that is free: an address that a program takes for a key (std::barrier hashes pthread_self()) is then the same in
/// every process. Address space alone: pages that are never touched cost nothing. The stacks are apart by some pages
/// more than a power of two, so that their tops do not share a place in caches that are indexed by the page.
std::byte* new_stack(ThreadId thread, std::size_t above) {
  constexpr std::uintptr_t kFirst = 0x3000'0000'0000;
  constexpr std::uintptr_t kApart = (std::uintptr_t{16} << 20) + 5 * kGuardSize;
  const std::size_t size = kGuardSize + kStackSize + above;
  constexpr int kFlags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
  auto* const usual = reinterpret_cast<void*>(kFirst + static_cast<std::uintptr_t>(thread) * kApart);
  void* mapping = mmap(usual, size, PROT_READ | PROT_WRITE, kFlags | MAP_FIXED_NOREPLACE, -1, 0);
  if (mapping == MAP_FAILED) mapping = mmap(nullptr, size, PROT_READ | PROT_WRITE, kFlags, -1, 0);
  if (mapping == MAP_FAILED) throw std::bad_alloc();
  madvise(mapping, size, MADV_NOHUGEPAGE);
  mprotect(mapping, kGuardSize, PROT_NONE);
  return static_cast<std::byte*>(mapping) + kGuardSize;
}

struct Fibre {
  void* stack_pointer = nullptr;
  std::byte* block = nullptr;
  std::byte* stack = nullptr;
};

class Fibres final : public Carrier {
 public:
  Fibres(Entry entry, ThreadBlocks blocks) : entry_(entry), blocks_(std::move(blocks)) {
    fibres_[kEngineContext].block = own_block();
  }
  ~Fibres() override {
    for (Fibre& fibre : fibres_) {
      if (fibre.stack != nullptr) munmap(fibre.stack - kGuardSize, kGuardSize + kStackSize + blocks_.size());
    }
  }

  void prepare(ThreadId thread) override {
    Fibre& fibre = fibres_[static_cast<std::size_t>(thread)];
    if (fibre.block == nullptr) {
      fibre.stack = new_stack(thread, blocks_.size());
      fibre.block = blocks_.make(fibre.stack + kStackSize);
    }
    blocks_.reset(fibre.block);
    Start& start = starts_[static_cast<std::size_t>(thread)];
    start = {this, thread};
    fibre.stack_pointer = new_context(fibre.stack + kStackSize, &Fibres::run, &start);
  }

  void switch_to(ThreadId from, ThreadId to) override {
    Fibre& old = fibres_[static_cast<std::size_t>(from)];
    const Fibre& next = fibres_[static_cast<std::size_t>(to)];
    switch_(&old.stack_pointer, next.stack_pointer, next.block);
  }

  [[noreturn]] void leave(ThreadId from, ThreadId to) override {
    switch_to(from, to);
    __builtin_trap();
  }

  void abandon(ThreadId) override {}  // its stack and block are simply written anew

  void run_destructors() override { blocks_.run_destructors(); }

  [[nodiscard]] pthread_t self(ThreadId thread) const override {
    return blocks_.thread(fibres_[static_cast<std::size_t>(thread)].block);
  }

  [[nodiscard]] std::span<std::byte> stack(ThreadId thread) const override {
    return {fibres_[static_cast<std::size_t>(thread)].stack, kStackSize};
  }

  [[nodiscard]] bool survives_fork() const override { return true; }

  [[nodiscard]] std::string_view name() const override { return "fibres"; }

 private:
  struct Start {
    Fibres* carrier;
    ThreadId thread;
  };

  static void run(const void* argument) {
    const auto* start = static_cast<const Start*>(argument);
    start->carrier->blocks_.enter();
    start->carrier->entry_(start->thread);
  }

  Entry entry_;
  ThreadBlocks blocks_;
  Switch switch_;
  std::array<Fibre, kMaxThreads + 1> fibres_{};
  std::array<Start, kMaxThreads> starts_{};
};

}  // namespace

std::unique_ptr<Carrier> make_fibres(Carrier::Entry entry) {
  auto blocks = ThreadBlocks::probe();
  if (!blocks) return nullptr;
  return std::make_unique<Fibres>(entry, std::move(*blocks));
}

}  // namespace lockstep::explorer
