#pragma once

#include <cstddef>
#include <set>
#include <string>

#include "linearize/history.h"
#include "lockstep/linearize/specification.h"

namespace lockstep::linearize {

/// Whether some order of the operations explains a history: each operation has its effect between its call and its
/// return, and gives what the specification then allows. An operation that has not returned may have had its effect or
/// not.
///
/// The search is that of Wing and Gong ("Testing and verifying concurrent objects", JPDC 17, 1993): depth first over
/// which operation is next. What was reached before, the same operations done and the same state, is not searched again
/// (Lowe, "Testing for linearizability", Concurrency and Computation 29(4), 2017).
[[nodiscard]] bool linearizable(const History& history, const Specification& specification);

/// All outcomes of one operation with which the history would be linearizable, whatever its own outcome is.
[[nodiscard]] std::set<std::string> allowed_outcomes(const History& history, std::size_t operation,
                                                     const Specification& specification);

/// The first operation whose outcome fits no longer to those in front of it, and the outcomes that would fit.
struct Misfit {
  std::size_t operation = 0;
  std::set<std::string> allowed;
};

/// \param history  one that is not linearizable
[[nodiscard]] Misfit first_misfit(const History& history, const Specification& specification);

}  // namespace lockstep::linearize
