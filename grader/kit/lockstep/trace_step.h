#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lockstep {

/// A lock that a thread holds.
struct HeldLock {
  std::string thread;  ///< "b"
  std::string lock;    ///< "mutex 2", as the finding's message calls it

  friend bool operator==(const HeldLock&, const HeldLock&) = default;
};

/// A step of a finding's interleaving, for what draws it.
struct TraceStep {
  /// 1-based, as in the text; 0 where it has none: for an access of a race, which is made between two steps, and for
  /// what a thread waits for in the end.
  std::uint64_t number = 0;
  std::string thread;          ///< "a" for the one that began, and so on
  std::string what;            ///< "lock", "store", ...; "waits for"
  std::string note = {};       ///< what came of it: "timed out"
  std::string object = {};     ///< what it concerns, when that is known: "mutex 2", "`total`"
  std::string file = {};       ///< where, as the compiler named it; empty when it has no place
  int line = 0;                ///< 1-based; 0 when it has no place
  std::string code = {};       ///< that line, without its indentation
  bool decisive = false;       ///< the finding is about this step
  std::string why = {};        ///< why it matters, a sentence without its point; empty where nothing is proven
  bool waits = false;          ///< the thread never comes to make it
  bool stale = false;          ///< it reads an older value than the latest, as its memory order allows
  std::uint64_t left_out = 0;  ///< so many steps just before it are not in the list
  std::vector<HeldLock> held_then = {};  ///< after it, by any thread

  friend bool operator==(const TraceStep&, const TraceStep&) = default;
};

/// The most steps of a replay that are written down as data.
inline constexpr std::size_t kMostReplayedSteps = 20'000;

}  // namespace lockstep
