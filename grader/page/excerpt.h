#pragma once

#include <set>
#include <string>
#include <string_view>

namespace lockstep::page {

/// The lines of a source around those that matter, which are marked, as HTML. Lines between are left out, and so is
/// what comes after 60 lines. Empty when the text has none of the lines.
/// \param file    its name, as plain text
/// \param marked  1-based
[[nodiscard]] std::string excerpt(std::string_view file, std::string_view text, const std::set<int>& marked);

}  // namespace lockstep::page
