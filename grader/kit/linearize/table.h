#pragma once

#include <string>

#include "linearize/record.h"
#include "linearize/scenario.h"

namespace lockstep::linearize {

/// A scenario as a table, a column a thread.
/// \param record  of a run, whose outcomes are shown; null: none are
[[nodiscard]] std::string table(const Layout& layout, const Scenario& scenario, const Record* record);

}  // namespace lockstep::linearize
