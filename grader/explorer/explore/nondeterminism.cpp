#include "explorer/explore/nondeterminism.h"

#include <string>

#include "explorer/finding/wording.h"

namespace lockstep::explorer {

RawFinding nondeterminism(const std::optional<Step>& first_difference) {
  RawFinding finding{
      .kind = FindingKind::kNondeterminism,
      .message =
          "The same schedule, run twice, did not do the same. The program depends on something besides the "
          "order of its threads: a variable that keeps its value from one run to the next (a global or a "
          "static local: give each run its own), real time, an address, or a random number.",
      .places = {},
      .address = 0};
  if (first_difference) {
    const Operation& operation = first_difference->operation;
    finding.message += " The first step that differs: " + describe(first_difference->thread) + ", " +
                       std::string(name(operation.kind)) + " at " + mark(operation.place) + ".";
    finding.places.push_back(operation.place);
  }
  return finding;
}

}  // namespace lockstep::explorer
