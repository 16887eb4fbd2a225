#pragma once

#include <string>
#include <string_view>

#include "cli/explored_report.h"

namespace lockstep::cli {

/// What an exploration of a program has come to, as a page for a browser: the finding with its interleaving as a
/// diagram, or what was covered.
/// \param program  its files, as they were named
/// \param replay   the command that shows every step of the finding; empty without one
[[nodiscard]] std::string explored_page(const ExploredReport& report, std::string_view program,
                                        std::string_view replay);

}  // namespace lockstep::cli
