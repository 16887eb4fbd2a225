#pragma once

#include <cstddef>

#include "explorer/memory/shadow.h"

namespace lockstep::explorer {

/// The running thread accesses memory. A race with an earlier access ends the schedule with a finding.
/// \param caller  the return address of the hook
void note_access(const volatile void* address, std::size_t size, Access::Kind kind, const void* caller);

}  // namespace lockstep::explorer
