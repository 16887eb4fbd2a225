#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "explorer/finding/finding.h"

namespace lockstep::explorer {

/// A step that is shown, with its number there; 0: it has none.
struct NumberedStep {
  const Step* step = nullptr;
  std::size_t number = 0;
};

/// Why steps matter: for each a sentence without its point, or nothing. It says what the steps prove, and never what
/// may have been meant:
/// - of a data race, that nothing orders the later access after the earlier one;
/// - of a failed expectation that reads an atomic, which write overwrote another one that its thread had not seen, or
///   changed what had changed since it looked: the latest such write;
/// - of a deadlock, since when each lock is held that a thread waits for in the end;
/// - of a lost wake-up on a condition variable, where the last notification went;
/// - of a load that reads what is not the latest, which store it misses;
/// - of a wait that ends, or an operation that fails, without a cause, that there is none.
///
/// \param shown        the steps that a reader sees, in order
/// \param is_expected  whether a step is made at the line of the expectation that failed
[[nodiscard]] std::vector<std::string> reasons(std::span<const NumberedStep> shown, const RawFinding& finding,
                                               const std::function<bool(const Step&)>& is_expected);

}  // namespace lockstep::explorer
