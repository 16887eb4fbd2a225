#pragma once

#include <optional>

#include "explorer/model/state.h"
#include "explorer/model/store_history.h"

namespace lockstep::explorer {

/// Atomics as the C++20 memory model has them, where `Rules::stale_read_budget` allows it: a load reads any store that
/// coherence, happens-before and the order of the sequentially consistent operations permit ([intro.races]/14 to 18,
/// [atomics.order]/4), not only the latest. Stores take effect in the order in which they run, and no load reads a
/// store that has not run: docs/explorer.md#weak-memory says what that leaves out. The approach is that of Lidbury and
/// Donaldson, "Dynamic Race Detection for C++11", POPL 2017.

/// A value in 64 bits, to compare and to hash.
[[nodiscard]] constexpr std::uint64_t digest(AtomicValue value) {
  return static_cast<std::uint64_t>(value ^ (value >> 64));
}

/// An atomic, and an access of the running thread to it.
struct AtomicAccess {
  const void* word = nullptr;
  int order = 0;       ///< see words.h
  bool stale = false;  ///< it may read what is not the latest: it is the program's own, and no library's
};

/// What a load of the running thread reads.
struct Loaded {
  AtomicValue value = 0;
  bool stale = false;  ///< a later store has run
};

/// The running thread's load, with what it learns by it.
/// \param latest  what stands in memory
[[nodiscard]] Loaded load_word(State& state, const AtomicAccess& access, AtomicValue latest);

/// The load of a compare_exchange: where it reads what it expects, it is the latest, for then it stores.
/// \param access  with the order of a failure
/// \return nothing when it succeeds: the caller does the rest
[[nodiscard]] std::optional<Loaded> load_unless(State& state, const AtomicAccess& access, AtomicValue latest,
                                                AtomicValue expected);

/// The running thread's store, with what it releases.
/// \param before     what stands in memory
/// \param continues  see write_word
void store_word(State& state, const AtomicAccess& access, AtomicValue before, AtomicValue value, bool continues);

/// A sequentially consistent fence of the running thread, before `fence`. It is a step of its own, which changes the
/// sequential order.
void note_sequential_fence(State& state);

}  // namespace lockstep::explorer
