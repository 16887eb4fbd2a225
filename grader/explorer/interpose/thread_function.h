#pragma once

#include "explorer/engine/thread.h"

namespace lockstep::explorer {

/// Runs a thread's function, until it returns or the thread calls pthread_exit.
void run_function(Thread& thread);

/// The running thread's function is over, with no more of it run: automatic objects are not destroyed.
[[noreturn]] void leave_function(Thread& thread);

}  // namespace lockstep::explorer
