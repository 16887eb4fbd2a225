#include "explorer/explore/access_stacks.h"

#include <algorithm>

#include "explorer/engine/engine.h"

namespace lockstep::explorer {

bool AccessStacks::about_to_access(std::uintptr_t address, std::size_t size, Access::Kind kind, std::uint32_t place) {
  if (std::find(places_.begin(), places_.end(), place) == places_.end()) return true;
  for (std::uintptr_t granule = address / kGranule; granule <= (address + size - 1) / kGranule; ++granule) {
    stacks_[{place, granule}] = own_stack();
    times_[{place, granule, engine().current()}] = {.kind = kind, .steps = engine().steps()};
  }
  return true;
}

const Stack* AccessStacks::of(Place place, std::uintptr_t address) const {
  const auto found = stacks_.find({place, address / kGranule});
  return found == stacks_.end() ? nullptr : &found->second;
}

std::optional<AccessTime> AccessStacks::time_of(Place place, std::uintptr_t address, ThreadId thread) const {
  const auto found = times_.find({place, address / kGranule, thread});
  return found == times_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace lockstep::explorer
