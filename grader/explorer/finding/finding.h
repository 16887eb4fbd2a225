#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "explorer/schedule/operation.h"
#include "explorer/schedule/thread_set.h"
#include "lockstep/finding_kind.h"
#include "lockstep/finding_place.h"

namespace lockstep::explorer {

/// A lock that a thread holds.
struct Holding {
  ThreadId thread = 0;
  std::string lock;  ///< "mutex 2"
};

/// A step of a schedule that is replayed, for a person to read.
struct Step {
  ThreadId thread = 0;
  Operation operation;
  std::string object = {};  ///< what it concerns, where the model knows it: "mutex 2"
  std::string note = {};    ///< what came of it: "timed out"
  bool hidden = false;      ///< a library's own: says nothing to who reads the program
  bool access = false;      ///< a racing access to memory: it is made between two steps, and is none itself
  bool waits = false;       ///< it is not made: the schedule ends in a dead end, where the thread waits to make it
  std::vector<Holding> held_then = {};  ///< after it, by any thread
};

/// Something wrong that a schedule has shown.
struct RawFinding {
  FindingKind kind = FindingKind::kCrash;
  std::string message;         ///< two sentences; threads by letter, places as {place:HEX}, memory as {memory:HEX}
  std::vector<Place> places;   ///< the decisive places
  std::uintptr_t address = 0;  ///< of the memory or object concerned; 0 when there is none
  std::vector<ThreadId> threads = {};                 ///< of a race: whose places they are
  std::optional<FindingPlace> source = std::nullopt;  ///< of an expectation that failed: its line
};

}  // namespace lockstep::explorer
