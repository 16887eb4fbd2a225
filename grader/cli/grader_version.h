#pragma once

#include <string>

#include "cli/command_context.h"
#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep::cli {

/// Names all that a grade depends on besides the submission: the compiler's version, the sandbox, the lab with its
/// hidden checks where they count, and the grader's and the kit's sources, by content. The same on every machine with
/// the same of these.
[[nodiscard]] Result<std::string> grader_version(const CommandContext& here, const Manifest& manifest);

}  // namespace lockstep::cli
