#pragma once

#include <span>
#include <string>
#include <vector>

#include "lockstep/trace_step.h"

namespace lockstep::page {

/// "queue.cpp:12", "queue.cpp" or nothing
[[nodiscard]] std::string place(const TraceStep& step);

/// "lock mutex 2 (timed out)"
[[nodiscard]] std::string deed(const TraceStep& step);

/// What stands before a row: the step's number, or "end" for what a thread waits for.
[[nodiscard]] std::string row_label(const TraceStep& step);

/// The steps with texts that a diagram has room for: a learner's program may have named its variables as it liked.
[[nodiscard]] std::vector<TraceStep> clipped(std::span<const TraceStep> steps);

}  // namespace lockstep::page
