#pragma once

#include <map>
#include <span>
#include <string>

#include "checks/speedup/accuracy/trial.h"

namespace lockstep::checks::speedup {

/// The trials as a table in Markdown, a row for each condition and program, and what they come to, in sentences below.
/// \param trials       in any order
/// \param unavailable  conditions that cannot be had here, and why
[[nodiscard]] std::string table_of(std::span<const Trial> trials,
                                   const std::map<std::string, std::string>& unavailable);

}  // namespace lockstep::checks::speedup
