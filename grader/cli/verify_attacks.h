#pragma once

#include <span>
#include <string>

#include "cli/attacks.h"
#include "cli/command_context.h"
#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep::cli {

/// Judges each attack of a lab by all checks, and prints what came of it.
/// \return whether each got no more than it may, and left nothing
[[nodiscard]] Result<bool> verify_attacks(const CommandContext& here, const Manifest& manifest,
                                          std::span<const AttackSubject> attacks);

}  // namespace lockstep::cli
