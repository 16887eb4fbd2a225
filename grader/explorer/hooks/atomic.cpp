// What the compiler calls for every atomic operation, under -fsanitize=thread. One thread runs at a time, so plain
// operations are atomic here; the order given says what a thread learns (C++20 [atomics.order], release sequences and
// fences included). A load gives the latest value: what else the memory model would allow is not explored.

#include <cstdint>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/hooks/access.h"
#include "explorer/image/stack.h"
#include "explorer/model/overtaking.h"
#include "explorer/model/words.h"

namespace lockstep::explorer {
namespace {

/// What the compiler passes is an order with flags above it.
int order_of(int order) { return order & 0xff; }

template <class T>
void step(OpKind kind, const volatile T* object, const void* caller) {
  Engine& run = engine();
  run.step({.kind = kind,
            .size = sizeof(T),
            .place = run.place_of(caller),
            .object = const_cast<const T*>(object),
            .also = nullptr});
}

const void* word(const volatile void* address) { return const_cast<const void*>(address); }

/// The running thread is about to write: what it goes round in may have to be compared with.
template <class T>
void note_value(const volatile T* address) {
  Stutter& stutter = engine().stutter();
  if (stutter.notes_writes()) stutter.note_write(address, sizeof(T));
}

/// A value as something to compare and to hash.
template <class T>
std::uint64_t digest(T value) {
  if constexpr (sizeof(T) == 16) {
    return static_cast<std::uint64_t>(value) ^ static_cast<std::uint64_t>(value >> 64);
  } else {
    return static_cast<std::uint64_t>(value);
  }
}

/// The running thread has read `value`. When it has just done so before, it waits for another one.
template <class T>
void observed(const volatile T* address, T value, const void* caller) {
  Engine& run = engine();
  // Not place_of: a replay must see just the same.
  run.looked_again(run.self().spin.observed(const_cast<const T*>(address), image().place(caller), digest(value)));
}

/// Whether a look is one of those that the library makes at one go before it waits: no other thread has run since the
/// one before. Whatever the later ones could see, the first could.
bool looks_on(const volatile void* address, const void* caller) {
  constexpr int kLooksOfTheLibrary = 16;  // std::__detail::__atomic_spin_count: the next one is another call's
  Engine& run = engine();
  Thread& self = run.self();
  Look& latest = self.latest_look;
  if (latest.object != address || latest.step != run.stutter().steps()) return false;
  latest.times = latest.caller == caller ? latest.times + 1 : 1;
  latest.caller = caller;
  if (latest.times > kLooksOfTheLibrary) return false;
  if (self.spins_before_it_waits) return true;
  const auto& spins = run.places().spins_before_it_waits;
  if (spins == nullptr) return false;
  auto known = spins({Engine::call_at(caller)});
  if (!known) known = spins(own_stack());
  self.spins_before_it_waits = known.value_or(false);
  return self.spins_before_it_waits;
}

/// The running thread has changed, or failed to change, what may be a lock made by hand.
void got(const volatile void* address, std::uint64_t value) {
  Engine& run = engine();
  run.changed(value);
  if (!run.rules().bypass_bound) return;
  count_overtaken(run, run.sync().at(word(address), SyncObject::Kind::kWord), run.steps());
  run.fail_if_wrong();
}

void note_failed_exchange(const volatile void* address) {
  note_failed_attempt(engine(), engine().sync().at(word(address), SyncObject::Kind::kWord));
}

template <class T>
T load(const volatile T* address, int order, const void* caller) {
  if (!exploring) return *address;
  const EngineScope scope;
  if (looks_on(address, caller)) return *address;
  step(OpKind::kLoad, address, caller);
  note_access(address, sizeof(T), Access::kAtomicRead, caller);
  const T value = *address;
  engine().self().latest_look = {.object = const_cast<const T*>(address),
                                 .caller = caller,
                                 .step = engine().stutter().steps(),
                                 .value = digest(value),
                                 .times = 1};
  read_word(engine(), word(address), order_of(order), digest(value));
  observed(address, value, caller);
  return value;
}

template <class T>
void store(volatile T* address, T value, int order, const void* caller) {
  if (!exploring) {
    *address = value;
    return;
  }
  const EngineScope scope;
  step(OpKind::kStore, address, caller);
  note_access(address, sizeof(T), Access::kAtomicWrite, caller);
  write_word(engine(), word(address), order_of(order), digest(value), false);
  const bool changes = *address != value;
  note_value(address);
  *address = value;
  if (changes) {
    engine().changed(digest(value));
  } else {
    engine().kept_values();
  }
}

template <class T, class Modify>
T modify(volatile T* address, int order, const void* caller, Modify new_value) {
  if (!exploring) {
    const T old = *address;
    *address = new_value(old);
    return old;
  }
  const EngineScope scope;
  step(OpKind::kReadModifyWrite, address, caller);
  note_access(address, sizeof(T), Access::kAtomicWrite, caller);
  const T old = *address;
  const T changed = new_value(old);
  read_word(engine(), word(address), order_of(order), digest(old));
  write_word(engine(), word(address), order_of(order), digest(changed), true);
  note_value(address);
  *address = changed;
  if (changed != old) {
    got(address, digest(changed));
  } else {
    engine().kept_values();
    note_failed_exchange(address);
    observed(address, old, caller);
  }
  return old;
}

template <class T>
bool exchange_if(volatile T* address, T* expected, T desired, int order, int failure_order, bool weak,
                 const void* caller) {
  if (!exploring) {
    const T old = *address;
    if (old == *expected) {
      *address = desired;
      return true;
    }
    *expected = old;
    return false;
  }
  const EngineScope scope;
  Engine& run = engine();
  step(OpKind::kReadModifyWrite, address, caller);
  const T old = *address;
  if (old == *expected && !(weak && run.spurious_event())) {
    note_access(address, sizeof(T), Access::kAtomicWrite, caller);
    read_word(run, word(address), order_of(order), digest(old));
    write_word(run, word(address), order_of(order), digest(desired), true);
    note_value(address);
    *address = desired;
    if (old != desired) {
      got(address, digest(desired));
    } else {
      run.kept_values();
    }
    return true;
  }
  note_access(address, sizeof(T), Access::kAtomicRead, caller);
  read_word(run, word(address), order_of(failure_order), digest(old));
  run.annotate(old == *expected ? "fails spuriously (compare_exchange_weak may)" : "fails: another value is there");
  note_value(expected);
  *expected = old;
  run.only_read();
  note_failed_exchange(address);
  observed(address, old, caller);
  return false;
}

__extension__ using Wide = unsigned __int128;

}  // namespace

// NOLINTBEGIN(bugprone-reserved-identifier): the names are the compiler's
extern "C" {

#define LOCKSTEP_ATOMICS(bits, T)                                                                               \
  T __tsan_atomic##bits##_load(const volatile T* a, int order) {                                                \
    return load<T>(a, order, __builtin_return_address(0));                                                      \
  }                                                                                                             \
  void __tsan_atomic##bits##_store(volatile T* a, T v, int order) {                                             \
    store<T>(a, v, order, __builtin_return_address(0));                                                         \
  }                                                                                                             \
  T __tsan_atomic##bits##_exchange(volatile T* a, T v, int order) {                                             \
    return modify<T>(a, order, __builtin_return_address(0), [v](T) { return v; });                              \
  }                                                                                                             \
  T __tsan_atomic##bits##_fetch_add(volatile T* a, T v, int order) {                                            \
    return modify<T>(a, order, __builtin_return_address(0), [v](T old) { return static_cast<T>(old + v); });    \
  }                                                                                                             \
  T __tsan_atomic##bits##_fetch_sub(volatile T* a, T v, int order) {                                            \
    return modify<T>(a, order, __builtin_return_address(0), [v](T old) { return static_cast<T>(old - v); });    \
  }                                                                                                             \
  T __tsan_atomic##bits##_fetch_and(volatile T* a, T v, int order) {                                            \
    return modify<T>(a, order, __builtin_return_address(0), [v](T old) { return static_cast<T>(old & v); });    \
  }                                                                                                             \
  T __tsan_atomic##bits##_fetch_or(volatile T* a, T v, int order) {                                             \
    return modify<T>(a, order, __builtin_return_address(0), [v](T old) { return static_cast<T>(old | v); });    \
  }                                                                                                             \
  T __tsan_atomic##bits##_fetch_xor(volatile T* a, T v, int order) {                                            \
    return modify<T>(a, order, __builtin_return_address(0), [v](T old) { return static_cast<T>(old ^ v); });    \
  }                                                                                                             \
  T __tsan_atomic##bits##_fetch_nand(volatile T* a, T v, int order) {                                           \
    return modify<T>(a, order, __builtin_return_address(0), [v](T old) { return static_cast<T>(~(old & v)); }); \
  }                                                                                                             \
  int __tsan_atomic##bits##_compare_exchange_strong(volatile T* a, T* expected, T v, int order, int failure) {  \
    return exchange_if<T>(a, expected, v, order, failure, false, __builtin_return_address(0)) ? 1 : 0;          \
  }                                                                                                             \
  int __tsan_atomic##bits##_compare_exchange_weak(volatile T* a, T* expected, T v, int order, int failure) {    \
    return exchange_if<T>(a, expected, v, order, failure, true, __builtin_return_address(0)) ? 1 : 0;           \
  }                                                                                                             \
  T __tsan_atomic##bits##_compare_exchange_val(volatile T* a, T expected, T v, int order, int failure) {        \
    exchange_if<T>(a, &expected, v, order, failure, false, __builtin_return_address(0));                        \
    return expected;                                                                                            \
  }
LOCKSTEP_ATOMICS(8, std::uint8_t)
LOCKSTEP_ATOMICS(16, std::uint16_t)
LOCKSTEP_ATOMICS(32, std::uint32_t)
LOCKSTEP_ATOMICS(64, std::uint64_t)
LOCKSTEP_ATOMICS(128, Wide)
#undef LOCKSTEP_ATOMICS

void __tsan_atomic_thread_fence(int order) {
  if (!exploring) return;
  const EngineScope scope;
  fence(engine(), order_of(order));
}

void __tsan_atomic_signal_fence(int) {}
}
// NOLINTEND(bugprone-reserved-identifier)

}  // namespace lockstep::explorer
