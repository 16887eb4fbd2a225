#pragma once

namespace lockstep::explorer {

/// Whether the program's calls come to the explorer: a schedule runs, and it is the program that runs, not the engine.
/// Global, as is the engine itself, because compiled code calls the explorer with no place for a context; one thread at
/// a time reads and writes it.
extern bool exploring;

/// The engine at work on behalf of the running thread: calls that it makes itself are not the program's.
class Inside {
 public:
  Inside() { exploring = false; }
  ~Inside() { exploring = true; }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
};

}  // namespace lockstep::explorer
