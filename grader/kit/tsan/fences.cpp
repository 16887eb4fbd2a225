// ThreadSanitizer of g++ 12 and clang 14 ignores fences, and takes correct programs that use them for racing ones. The
// linker passes the compiler's calls for fences and atomic operations through here (--wrap, fences.options), where
// the order that fences make (C++20, [atomics.fences]) is told to the sanitizer. A fence that orders nothing tells it
// nothing. See docs/sanitizers.md.
//
// Compiled without the sanitizer, and optimised: each function's last call is a jump, so that the sanitizer finds the
// program's own line behind it.

#include <array>
#include <cstddef>
#include <cstdint>

// NOLINTBEGIN(bugprone-reserved-identifier): the names are the sanitizer's, the compiler's and the linker's
extern "C" {
void __tsan_acquire(void* address);
void __tsan_release(void* address);
void* __tsan_get_current_fiber();
void* __tsan_create_fiber(unsigned flags);
void __tsan_destroy_fiber(void* fiber);
void __tsan_switch_to_fiber(void* fiber, unsigned flags);
void __real___tsan_atomic_thread_fence(int order);
void __wrap___tsan_atomic_thread_fence(int order);
}

namespace {

// Orders as the compilers pass them on. A release or stronger counts as such in a fence, a store and an exchange.
constexpr int kRelaxed = 0;
constexpr int kRelease = 3;

bool acquires(int order) { return order != kRelaxed && order != kRelease; }
bool releases(int order) { return order >= kRelease; }

/// What this thread has done before its latest release fence. A later store, of whatever order, passes it on, and
/// nothing that came after the fence. The sanitizer keeps what a thread knows with the thread alone, so this is kept
/// with a fiber of its own: one that runs nothing.
class ReleaseFence {
 public:
  ReleaseFence() = default;
  ReleaseFence(const ReleaseFence&) = delete;
  ReleaseFence& operator=(const ReleaseFence&) = delete;
  ~ReleaseFence() {
    if (fiber_ != nullptr) __tsan_destroy_fiber(fiber_);
    fiber_ = nullptr;
  }

  void pass() {
    if (fiber_ == nullptr) fiber_ = __tsan_create_fiber(0);
    __tsan_release(&handed_over_);
    as_fiber(__tsan_acquire, &handed_over_);
  }

  void before_store(const volatile void* to) {
    if (fiber_ != nullptr) as_fiber(__tsan_release, const_cast<void*>(to));
  }

 private:
  void as_fiber(void (*act)(void*), void* address) {
    constexpr unsigned kWithoutSynchronising = 1;
    void* const self = __tsan_get_current_fiber();
    __tsan_switch_to_fiber(fiber_, kWithoutSynchronising);
    act(address);
    __tsan_switch_to_fiber(self, kWithoutSynchronising);
  }

  void* fiber_ = nullptr;
  char handed_over_ = 0;
};

/// The atomics that this thread has loaded without acquiring since its latest acquire fence, which acquires them. A few
/// hundred are remembered: of two that share an entry, the later.
class AcquireFence {
 public:
  void pass() {
    for (std::uintptr_t& address : loaded_) {
      if (address != 0) __tsan_acquire(reinterpret_cast<void*>(address));  // NOLINT(performance-no-int-to-ptr)
      address = 0;
    }
  }

  void after_load(const volatile void* from) {
    constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15;  // Knuth's multiplicative hash
    const auto address = reinterpret_cast<std::uintptr_t>(from);
    loaded_[address * kGolden >> (64 - kBits)] = address;
  }

 private:
  static constexpr unsigned kBits = 9;
  std::array<std::uintptr_t, std::size_t{1} << kBits> loaded_{};
};

thread_local ReleaseFence release_fence;
thread_local AcquireFence acquire_fence;

void loads(const volatile void* from, int order) {
  if (!acquires(order)) acquire_fence.after_load(from);
}

void stores(const volatile void* to, int order) {
  if (!releases(order)) release_fence.before_store(to);
}

}  // namespace

extern "C" {

void __wrap___tsan_atomic_thread_fence(int order) {
  if (acquires(order)) acquire_fence.pass();
  if (releases(order)) release_fence.pass();
  __real___tsan_atomic_thread_fence(order);
}

#define LOCKSTEP_MODIFIES(bits, T, operation)                                          \
  T __real___tsan_atomic##bits##_##operation(volatile T* atomic, T value, int order);  \
  T __wrap___tsan_atomic##bits##_##operation(volatile T* atomic, T value, int order);  \
  T __wrap___tsan_atomic##bits##_##operation(volatile T* atomic, T value, int order) { \
    loads(atomic, order);                                                              \
    stores(atomic, order);                                                             \
    return __real___tsan_atomic##bits##_##operation(atomic, value, order);             \
  }

// g++ calls the first two, clang the third. They count as a store even where they fail.
#define LOCKSTEP_COMPARES(bits, T, Result, Expected, how)                                                      \
  Result __real___tsan_atomic##bits##_compare_exchange_##how(volatile T* atomic, Expected expected, T value,   \
                                                             int order, int failure_order);                    \
  Result __wrap___tsan_atomic##bits##_compare_exchange_##how(volatile T* atomic, Expected expected, T value,   \
                                                             int order, int failure_order);                    \
  Result __wrap___tsan_atomic##bits##_compare_exchange_##how(volatile T* atomic, Expected expected, T value,   \
                                                             int order, int failure_order) {                   \
    loads(atomic, acquires(failure_order) ? order : failure_order);                                            \
    stores(atomic, order);                                                                                     \
    return __real___tsan_atomic##bits##_compare_exchange_##how(atomic, expected, value, order, failure_order); \
  }

#define LOCKSTEP_ATOMICS(bits, T)                                                   \
  T __real___tsan_atomic##bits##_load(const volatile T* atomic, int order);         \
  T __wrap___tsan_atomic##bits##_load(const volatile T* atomic, int order);         \
  T __wrap___tsan_atomic##bits##_load(const volatile T* atomic, int order) {        \
    loads(atomic, order);                                                           \
    return __real___tsan_atomic##bits##_load(atomic, order);                        \
  }                                                                                 \
  void __real___tsan_atomic##bits##_store(volatile T* atomic, T value, int order);  \
  void __wrap___tsan_atomic##bits##_store(volatile T* atomic, T value, int order);  \
  void __wrap___tsan_atomic##bits##_store(volatile T* atomic, T value, int order) { \
    stores(atomic, order);                                                          \
    __real___tsan_atomic##bits##_store(atomic, value, order);                       \
  }                                                                                 \
  LOCKSTEP_MODIFIES(bits, T, exchange)                                              \
  LOCKSTEP_MODIFIES(bits, T, fetch_add)                                             \
  LOCKSTEP_MODIFIES(bits, T, fetch_sub)                                             \
  LOCKSTEP_MODIFIES(bits, T, fetch_and)                                             \
  LOCKSTEP_MODIFIES(bits, T, fetch_or)                                              \
  LOCKSTEP_MODIFIES(bits, T, fetch_xor)                                             \
  LOCKSTEP_MODIFIES(bits, T, fetch_nand)                                            \
  LOCKSTEP_COMPARES(bits, T, int, T*, strong)                                       \
  LOCKSTEP_COMPARES(bits, T, int, T*, weak)                                         \
  LOCKSTEP_COMPARES(bits, T, T, T, val)

__extension__ using Wide = unsigned __int128;

LOCKSTEP_ATOMICS(8, std::uint8_t)
LOCKSTEP_ATOMICS(16, std::uint16_t)
LOCKSTEP_ATOMICS(32, std::uint32_t)
LOCKSTEP_ATOMICS(64, std::uint64_t)
LOCKSTEP_ATOMICS(128, Wide)
}
// NOLINTEND(bugprone-reserved-identifier)
