// What the compiler calls for every atomic operation, under -fsanitize=thread. One thread runs at a time, so plain
// operations are atomic here; the order given says what a thread learns (C++20 [atomics.order], release sequences and
// fences included). A load gives the latest value, or where Rules::stale_read_budget is set what model/weak_memory.h
// allows.

#include <cstdint>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/hooks/access.h"
#include "explorer/hooks/hook.h"
#include "explorer/image/stack.h"
#include "explorer/model/overtaking.h"
#include "explorer/model/weak_memory.h"
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

/// Whether loads may read what is not the latest.
bool is_weak() { return engine().rules().stale_read_budget > 0; }

/// Whether the program's own code makes this call, and not the standard library for its own ends.
bool is_programs_own(const void* caller) {
  const auto& may_be_stale = engine().places().may_be_stale;
  if (may_be_stale == nullptr) return true;
  auto known = may_be_stale({Engine::call_at(caller)});
  if (!known) known = may_be_stale(own_stack());
  return known.value_or(true);
}

AtomicAccess access_to(const volatile void* address, int order, const void* caller) {
  return {.word = word(address), .order = order_of(order), .stale = is_programs_own(caller)};
}

/// The running thread reads the latest value in the model.
template <class T>
void read_latest(const volatile T* address, T latest, int order) {
  if (is_weak()) [[unlikely]] {
    [[maybe_unused]] const Loaded loaded =
        load_word(engine(), {.word = word(address), .order = order_of(order)}, latest);
    return;
  }
  read_word(engine(), word(address), order_of(order), digest(latest));
}

/// The running thread stores in the model.
template <class T>
void write(const volatile T* address, T before, T value, int order, bool continues) {
  if (is_weak()) [[unlikely]]
    return store_word(engine(), {.word = word(address), .order = order_of(order)}, before, value, continues);
  write_word(engine(), word(address), order_of(order), digest(value), continues);
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
  T value = *address;
  if (is_weak()) [[unlikely]] {
    const Loaded loaded = load_word(engine(), access_to(address, order, caller), value);
    if (loaded.stale) return static_cast<T>(loaded.value);
  } else {
    read_word(engine(), word(address), order_of(order), digest(value));
  }
  engine().self().latest_look = {.object = const_cast<const T*>(address),
                                 .caller = caller,
                                 .step = engine().stutter().steps(),
                                 .value = digest(value),
                                 .times = 1};
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
  write(address, T{*address}, value, order, false);
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
  write(address, old, changed, order, true);
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

/// The running thread has read `read` in place of what it expects. \param stale  a later value is there
template <class T>
bool fail_exchange(volatile T* address, T* expected, T read, const void* caller, bool stale) {
  note_value(expected);
  *expected = read;
  engine().only_read();
  note_failed_exchange(address);
  if (!stale) observed(address, read, caller);
  return false;
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
  if (is_weak()) [[unlikely]] {
    note_access(address, sizeof(T), Access::kAtomicRead, caller);
    if (const auto loaded = load_unless(run, access_to(address, failure_order, caller), old, *expected)) {
      return fail_exchange(address, expected, static_cast<T>(loaded->value), caller, loaded->stale);
    }
  }
  if (old == *expected && !(weak && run.spurious_event())) {
    note_access(address, sizeof(T), Access::kAtomicWrite, caller);
    read_word(run, word(address), order_of(order), digest(old));
    write(address, old, desired, order, true);
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
  read_latest(address, old, failure_order);
  run.annotate(old == *expected ? "fails spuriously (compare_exchange_weak may)" : "fails: another value is there");
  return fail_exchange(address, expected, old, caller, false);
}

}  // namespace

// NOLINTBEGIN(bugprone-reserved-identifier): the names are the compiler's
extern "C" {

#define LOCKSTEP_ATOMICS(bits, T)                                                                                      \
  LOCKSTEP_HOOK T __tsan_atomic##bits##_load(const volatile T* a, int order) {                                         \
    return load<T>(a, order, __builtin_return_address(0));                                                             \
  }                                                                                                                    \
  LOCKSTEP_HOOK void __tsan_atomic##bits##_store(volatile T* a, T v, int order) {                                      \
    store<T>(a, v, order, __builtin_return_address(0));                                                                \
  }                                                                                                                    \
  LOCKSTEP_HOOK T __tsan_atomic##bits##_exchange(volatile T* a, T v, int order) {                                      \
    return modify<T>(a, order, __builtin_return_address(0), [v](T) { return v; });                                     \
  }                                                                                                                    \
  LOCKSTEP_HOOK T __tsan_atomic##bits##_fetch_add(volatile T* a, T v, int order) {                                     \
    return modify<T>(a, order, __builtin_return_address(0), [v](T old) { return static_cast<T>(old + v); });           \
  }                                                                                                                    \
  LOCKSTEP_HOOK T __tsan_atomic##bits##_fetch_sub(volatile T* a, T v, int order) {                                     \
    return modify<T>(a, order, __builtin_return_address(0), [v](T old) { return static_cast<T>(old - v); });           \
  }                                                                                                                    \
  LOCKSTEP_HOOK T __tsan_atomic##bits##_fetch_and(volatile T* a, T v, int order) {                                     \
    return modify<T>(a, order, __builtin_return_address(0), [v](T old) { return static_cast<T>(old & v); });           \
  }                                                                                                                    \
  LOCKSTEP_HOOK T __tsan_atomic##bits##_fetch_or(volatile T* a, T v, int order) {                                      \
    return modify<T>(a, order, __builtin_return_address(0), [v](T old) { return static_cast<T>(old | v); });           \
  }                                                                                                                    \
  LOCKSTEP_HOOK T __tsan_atomic##bits##_fetch_xor(volatile T* a, T v, int order) {                                     \
    return modify<T>(a, order, __builtin_return_address(0), [v](T old) { return static_cast<T>(old ^ v); });           \
  }                                                                                                                    \
  LOCKSTEP_HOOK T __tsan_atomic##bits##_fetch_nand(volatile T* a, T v, int order) {                                    \
    return modify<T>(a, order, __builtin_return_address(0), [v](T old) { return static_cast<T>(~(old & v)); });        \
  }                                                                                                                    \
  LOCKSTEP_HOOK int __tsan_atomic##bits##_compare_exchange_strong(volatile T* a, T* expected, T v, int order,          \
                                                                  int failure) {                                       \
    return exchange_if<T>(a, expected, v, order, failure, false, __builtin_return_address(0)) ? 1 : 0;                 \
  }                                                                                                                    \
  LOCKSTEP_HOOK int __tsan_atomic##bits##_compare_exchange_weak(volatile T* a, T* expected, T v, int order,            \
                                                                int failure) {                                         \
    return exchange_if<T>(a, expected, v, order, failure, true, __builtin_return_address(0)) ? 1 : 0;                  \
  }                                                                                                                    \
  LOCKSTEP_HOOK T __tsan_atomic##bits##_compare_exchange_val(volatile T* a, T expected, T v, int order, int failure) { \
    exchange_if<T>(a, &expected, v, order, failure, false, __builtin_return_address(0));                               \
    return expected;                                                                                                   \
  }
LOCKSTEP_ATOMICS(8, std::uint8_t)
LOCKSTEP_ATOMICS(16, std::uint16_t)
LOCKSTEP_ATOMICS(32, std::uint32_t)
LOCKSTEP_ATOMICS(64, std::uint64_t)
LOCKSTEP_ATOMICS(128, AtomicValue)
#undef LOCKSTEP_ATOMICS

void __tsan_atomic_thread_fence(int order) {
  if (!exploring) return;
  const EngineScope scope;
  Engine& run = engine();
  if (is_weak() && order_of(order) == kSequential) {
    run.step({.kind = OpKind::kFence,
              .place = run.place_of(__builtin_return_address(0)),
              .object = &run.sequential(),
              .also = nullptr});
    note_sequential_fence(run);
  }
  fence(run, order_of(order));
}

void __tsan_atomic_signal_fence(int) {}
}
// NOLINTEND(bugprone-reserved-identifier)

}  // namespace lockstep::explorer
