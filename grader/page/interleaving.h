#pragma once

#include <span>
#include <string>
#include <string_view>

#include "lockstep/trace_step.h"

namespace lockstep::page {

/// An interleaving as a diagram in HTML: a table with a row a step and a column a thread, in which bars show how long
/// locks are held, and which the page's script lets a person go through step by step. Without the script it is the
/// table alone. Empty without steps.
/// \param of  what it is the interleaving of, as plain text: "Deadlock"
[[nodiscard]] std::string interleaving(std::string_view of, std::span<const TraceStep> given);

}  // namespace lockstep::page
