#pragma once

#include "linearize/record.h"
#include "linearize/scenario.h"

namespace lockstep::linearize {

/// Whether a thread of a scenario may have to wait for ever, unless it is released.
enum class Waiting : bool { kNever, kUntilReleased };

/// Runs a scenario once, and records what its operations give.
///
/// When each operation was called and returned is told to the others by relaxed atomics: an explorer sees that the
/// order matters, and tries both, while no access of the class is ordered by them.
/// \param layout  the scenario's
void run(const Interface& interface, const Scenario& scenario, const Layout& layout, Waiting waiting, Record& record);

}  // namespace lockstep::linearize
