#pragma once

namespace lockstep::explorer {

/// Runs the destructors of the running thread's pthread keys, as the C library does at the end of a thread; it knows
/// nothing of the ends of fibres.
void run_key_destructors();

}  // namespace lockstep::explorer
