#pragma once

#include <string>
#include <vector>

#include "lockstep/explored_lines.h"

namespace lockstep::explorer {

/// From now on, what schedules run is noted.
void note_explored_lines();

/// Which lines of some files the schedules of this process have run so far.
/// \param ends  how the files' paths end, as "/src/queue.h"
/// \pre note_explored_lines was called before them
/// \return those files of which the program has a line that accesses memory; empty where that cannot be known
///         (hooks/instrumented_calls.h)
[[nodiscard]] std::vector<ExploredLines> explored_lines(const std::vector<std::string>& ends);

}  // namespace lockstep::explorer
