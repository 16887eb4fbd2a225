#pragma once

#include <span>

#include "cli/command_context.h"
#include "cli/generated_mutants.h"
#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep::cli {

/// Judges mutants that are made by rule of each lab's solution and variants, and prints what came of each operator and
/// which mutants survive. What was found is kept below the build folder: a run that was interrupted goes on where it
/// ended.
/// \return whether each mutant falls, or is listed as equivalent and does not; an input error for a word of
///         `choice.only` that means nothing, and for a list of equivalents with mistakes
[[nodiscard]] Result<bool> verify_mutate(const CommandContext& here, std::span<const Manifest> labs,
                                         const MutantChoice& choice);

}  // namespace lockstep::cli
