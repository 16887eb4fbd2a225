#pragma once

#include <functional>
#include <optional>

#include "explorer/image/stack.h"
#include "explorer/schedule/operation.h"

namespace lockstep::explorer {

/// What the compiled program's debug information knows; asked only when something is found, or replayed.
struct Places {
  /// The innermost place of a stack that is the program's own, not of a library's header.
  std::function<Place(const Stack&)> own;
  /// Whether the library itself orders an access at this place, by means that the access does not show.
  std::function<bool(Place)> trusted;
  /// Whether a stack is in the library's loop that takes several locks at once (std::lock), giving way until it has
  /// them.
  std::function<bool(const Stack&)> backs_off;
  /// Whether a stack is in an attempt to lock that the standard lets fail although the lock is free; nothing when the
  /// calls given leave that open.
  std::function<std::optional<bool>(const Stack&)> may_fail_spuriously;
  /// Whether a stack is in the destructor or the assignment of a std::thread.
  std::function<bool(const Stack&)> drops_a_thread;
  /// Whether a stack is in the stop state of a std::jthread, which counts its users and is asked to stop at the end.
  std::function<bool(const Stack&)> in_stop_state;
  /// Whether a stack is in the library's loop that looks a few times at an atomic before it waits; nothing when the
  /// calls given leave that open.
  std::function<std::optional<bool>(const Stack&)> spins_before_it_waits;
  /// Whether a stack is in the library's wait for an atomic.
  std::function<bool(const Stack&)> waits_for_an_atomic;
  /// Whether a stack is in an access to an atomic that the program makes itself, and not the standard library for its
  /// own ends (a wait, a count of owners), which relies on more than the memory model says; nothing when the calls
  /// given leave that open.
  std::function<std::optional<bool>(const Stack&)> may_be_stale;
  /// Whether the schedule goes on behind a data race between two places; asked once of each race that happens.
  std::function<bool(Place earlier, Place later)> passes_race;
};

}  // namespace lockstep::explorer
