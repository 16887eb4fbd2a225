#pragma once

namespace lockstep::explorer {

/// Whether the program's calls come to the explorer: a schedule runs, and it is the program that runs, not the engine.
/// Global, as is the engine itself, because compiled code calls the explorer with no place for a context; one thread at
/// a time reads and writes it.
extern bool exploring;

/// The engine at work on behalf of the running thread: calls that it makes itself are not the program's.
class EngineScope {
 public:
  EngineScope() { exploring = false; }
  ~EngineScope() { exploring = true; }
  EngineScope(const EngineScope&) = delete;
  EngineScope& operator=(const EngineScope&) = delete;
};

}  // namespace lockstep::explorer
