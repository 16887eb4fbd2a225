#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "explorer/finding/finding.h"
#include "explorer/image/stack.h"
#include "explorer/report/debug_session.h"
#include "lockstep/debug_functions.h"

namespace lockstep::explorer {

/// A function and where in it: of inlined functions, the callers too.
struct Frame {
  std::string function;
  std::string file;
  int line = 0;

  /// Whether it is of the program, and not of a library's header or of Lockstep.
  [[nodiscard]] bool own() const;

  /// `file.cpp:12`, or `file.cpp` where the compiler gave no line
  [[nodiscard]] std::string place() const;
};

/// The debug information of this process's executable.
class Symbols {
 public:
  Symbols();
  ~Symbols();
  Symbols(const Symbols&) = delete;
  Symbols& operator=(const Symbols&) = delete;

  /// The frames at an address, innermost (inlined) first; empty when nothing is known.
  [[nodiscard]] const std::vector<Frame>& frames(std::uintptr_t address);

  /// The innermost place of a stack with a frame of the program's own; 0 when there is none.
  [[nodiscard]] Place own_place(const Stack& stack);

  /// `file.cpp:12` of the innermost own frame at a place; "a library" when there is none.
  [[nodiscard]] std::string place(Place place);

  /// The innermost own frame at a place, or null.
  [[nodiscard]] const Frame* own_frame(Place place);

  /// Whether an access at this place is the library's own affair: std::atomic<std::shared_ptr> has a lock of one bit,
  /// and each thread that fills the cache of a facet writes the same there.
  [[nodiscard]] bool trusted(Place place);

  /// Whether a stack is in std::lock: the library tries and gives way until it has all locks, and is taken to get
  /// there.
  [[nodiscard]] bool backs_off(const Stack& stack);

  /// Whether a stack is in a try_lock of one of the standard's mutexes, which may fail although the mutex is free;
  /// std::lock, which then tries again, aside. Nothing when it has no frame of the program's own.
  [[nodiscard]] std::optional<bool> may_fail_spuriously(const Stack& stack);

  /// Whether a stack is in an access to an atomic that is not one of libstdc++'s own; nothing when it has neither a
  /// frame of the program's own nor of what has such atomics.
  [[nodiscard]] std::optional<bool> may_be_stale(const Stack& stack);

  /// Whether a stack is in the destructor or the assignment of a std::thread, or may be and the compiler does not say.
  [[nodiscard]] bool drops_a_thread(const Stack& stack);

  /// Whether what the program's own code has called is in <stop_token>.
  [[nodiscard]] bool in_stop_state(const Stack& stack);

  /// Whether a stack is in the loop of libstdc++ that looks at an atomic a few times before it waits; nothing when it
  /// has neither that loop nor a frame of the program's own.
  [[nodiscard]] std::optional<bool> spins_before_it_waits(const Stack& stack);

  /// Whether a stack is in libstdc++'s wait for an atomic, on which its semaphores, latches and barriers wait, too.
  [[nodiscard]] bool waits_for_an_atomic(const Stack& stack);

  /// The name of the global or static variable at an address; empty when there is none.
  [[nodiscard]] std::string variable(std::uintptr_t address);

  /// Replaces each {place:HEX} in a text.
  [[nodiscard]] std::string resolve(std::string text);

 private:
  [[nodiscard]] DebugSession& session();
  [[nodiscard]] bool any_frame(const Stack& stack, bool (*matches)(const Frame&));

  std::unique_ptr<DebugSession> session_;
  debug_info::Functions functions_;  ///< of the session
  std::unordered_map<std::uintptr_t, std::vector<Frame>> known_;
};

}  // namespace lockstep::explorer
