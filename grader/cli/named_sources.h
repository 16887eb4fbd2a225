#pragma once

#include <map>
#include <span>
#include <string>

#include "checks/verdict.h"
#include "manifest/manifest.h"

namespace lockstep::cli {

/// The text of each file that findings name: of what was submitted, as it was graded; of the rest, as the lab has it.
/// What a learner's program makes up of names is passed over.
/// \param submitted  by name
[[nodiscard]] std::map<std::string, std::string> named_sources(const Manifest& manifest,
                                                               const std::map<std::string, std::string>& submitted,
                                                               std::span<const Verdict> verdicts);

}  // namespace lockstep::cli
