#pragma once

#include <atomic>

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

/// Reads what a pointer of the program's leads to, within an EngineScope. Where it leads nowhere, the program crashes
/// and not the engine.
template <class T>
[[nodiscard]] T read_of_program(const T& where) {
  exploring = true;
  std::atomic_signal_fence(std::memory_order_seq_cst);  // the handler of the fault sees whose it is
  const T value = const_cast<const volatile T&>(where);
  std::atomic_signal_fence(std::memory_order_seq_cst);
  exploring = false;
  return value;
}

}  // namespace lockstep::explorer
