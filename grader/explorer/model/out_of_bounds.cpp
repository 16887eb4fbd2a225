#include "explorer/model/out_of_bounds.h"

#include <string>

#include "explorer/finding/wording.h"

namespace lockstep::explorer {

RawFinding out_of_bounds(const Access& end, ThreadId thread, std::string_view does, Place place) {
  const std::string bytes = std::to_string(end.clock) + (end.clock == 1 ? " byte" : " bytes");
  return {.kind = FindingKind::kMemory,
          .message = "Out of bounds: " + describe(thread) + " " + std::string(does) + " at " + mark(place) +
                     ", beyond the end of a block of " + bytes + " that " + describe(ThreadId{end.thread}) +
                     " allocated at " + mark(end.place) + ". What lies there may be another object's.",
          .places = {end.place, place},
          .address = 0};
}

}  // namespace lockstep::explorer
