#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "explorer/report/debug_session.h"

namespace lockstep::explorer {

/// The lines of many addresses, at a small part of what Symbols::frames costs: the innermost one in a wanted file, of
/// the function at the address or of those that it is inlined into. Nothing where there is none.
///
/// \param addresses  in ascending order
/// \param wanted     asked once of each file
[[nodiscard]] std::vector<std::optional<SourceLine>> source_lines(
    std::span<const std::uintptr_t> addresses, const std::function<bool(const std::string& file)>& wanted);

}  // namespace lockstep::explorer
