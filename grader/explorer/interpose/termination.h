#pragma once

#include <string_view>

#include "explorer/carrier/handler_stack.h"

namespace lockstep::explorer {

/// How main ends a program other than by its return: exit, when no other thread is left, or pthread_exit. In a test's
/// body both are findings.
struct MainExit {
  bool allowed = false;
  int status = 0;  ///< given to exit
};
[[nodiscard]] MainExit& main_exit();

/// Ends the schedule: the running thread ends the whole program.
/// \param call  with its parentheses
[[noreturn]] void early_exit(std::string_view call, const void* caller);

/// While it lives, ends of the whole process are findings: an uncaught exception, a fatal signal, an exit.
class TrapTermination {
 public:
  TrapTermination();
  ~TrapTermination();
  TrapTermination(const TrapTermination&) = delete;
  TrapTermination& operator=(const TrapTermination&) = delete;

 private:
  HandlerStack handler_stack_;
};

}  // namespace lockstep::explorer
