#pragma once

namespace lockstep::explorer {

/// Static locals that the schedule has initialised are not initialised any more: the next schedule begins as this one
/// did. Those that it left whole are destroyed first.
/// \param whole  the schedule has ended, and not been left in the middle
void undo_static_locals(bool whole);

}  // namespace lockstep::explorer
