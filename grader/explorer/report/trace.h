#pragma once

#include <string>
#include <vector>

#include "explorer/finding/finding.h"
#include "explorer/report/symbols.h"
#include "lockstep/trace_step.h"

namespace lockstep::explorer {

/// The message with places as `file.cpp:12`, and the memory named when the debug information knows it.
[[nodiscard]] std::string readable(const std::string& message, const RawFinding& finding, Symbols& symbols);

/// The interleaving for a person: a column a thread, a line a step, and below a step why it matters. Runs of steps that
/// nobody needs are left out, so that it fits on a screen, and of a loop all rounds after the first (rows.h).
[[nodiscard]] std::string trace_text(const std::vector<Step>& steps, const RawFinding& finding, Symbols& symbols,
                                     std::size_t most_lines = 24);

/// The same for what draws it: the steps that `trace_text` shows, and then what threads of the finding wait for in
/// vain.
[[nodiscard]] std::vector<TraceStep> trace_steps(const std::vector<Step>& steps, const RawFinding& finding,
                                                 Symbols& symbols, std::size_t most_steps = 24);

/// The same of every step that says something, but of no more than `most` from the first on.
[[nodiscard]] std::vector<TraceStep> every_step(const std::vector<Step>& steps, const RawFinding& finding,
                                                Symbols& symbols, std::size_t most);

}  // namespace lockstep::explorer
