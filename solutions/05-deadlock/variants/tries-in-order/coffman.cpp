#include "coffman.h"

#include <stdexcept>

Condition broken_by(Way way) {
  switch (way) {
    case Way::kOrdering:
    case Way::kWaiter:
      return Condition::kCircularWait;
    case Way::kBackOff:
    case Way::kMonitor:
      return Condition::kHoldAndWait;
    case Way::kAtomicForks:
      return Condition::kMutualExclusion;
  }
  throw std::invalid_argument("there is no such way");
}
