#include "explorer/interpose/unsupported.h"

#include <string>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/finding/wording.h"

namespace lockstep::explorer {

void unsupported(std::string_view call, std::string_view why, const void* caller) {
  exploring = false;
  const Place place = engine().place_of(caller);
  engine().fail({.kind = FindingKind::kUnsupported,
                 .message = describe(engine().current()) + " calls " + std::string(call) + " at " + mark(place) +
                            ", which the explorer does not follow. " + std::string(why),
                 .places = {place},
                 .address = 0});
}

}  // namespace lockstep::explorer
