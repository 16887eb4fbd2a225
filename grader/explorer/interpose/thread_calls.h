#pragma once

#include "explorer/model/thread.h"

namespace lockstep::explorer {

/// Runs a thread's function, until it returns or the thread calls pthread_exit.
void run_function(Thread& thread);

/// The running thread's function is over, with no more of it run: automatic objects are not destroyed.
[[noreturn]] void leave_function(Thread& thread);

/// Runs the destructors of the running thread's pthread keys, as the C library does at the end of a thread; it knows
/// nothing of the ends of fibres.
void run_key_destructors();

}  // namespace lockstep::explorer
