#pragma once

#include <filesystem>
#include <optional>
#include <span>

#include "cli/command_context.h"
#include "cli/subjects.h"
#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep::cli {

/// Judges each mutant of a lab once, by every check that has cases, and prints which cases fail it; then which cases
/// fail no mutant. What was found is kept below the build folder, so that a run that was interrupted goes on where it
/// ended; it counts again as long as neither mutant, lab nor grader has changed. \return whether each graded case fails
/// a mutant, and each check without cases is named by one
[[nodiscard]] Result<bool> verify_matrix(const CommandContext& here, const Manifest& manifest,
                                         std::span<const Subject> subjects);

}  // namespace lockstep::cli
