#pragma once

#include <span>
#include <string>
#include <string_view>

#include "lockstep/trace_step.h"

namespace lockstep::page {

/// An interleaving as a picture: the diagram of `interleaving`, in SVG that stands alone and loads nothing, light or
/// dark as its reader prefers. Empty without steps.
/// \param of  what it is the interleaving of, as plain text: "Deadlock"
[[nodiscard]] std::string picture(std::string_view of, std::span<const TraceStep> given);

}  // namespace lockstep::page
