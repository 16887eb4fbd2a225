#pragma once

#include <string>
#include <vector>

#include "cli/command_context.h"
#include "manifest/manifest.h"

namespace lockstep::cli {

/// What of the machine the verdicts rely on, and does not work as it should: a note each.
[[nodiscard]] std::vector<std::string> machine_notes(const CommandContext& here, const Manifest& manifest);

}  // namespace lockstep::cli
