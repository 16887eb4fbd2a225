#pragma once

#include <string>
#include <string_view>

namespace lockstep::page {

/// A whole page of HTML around `body`: one file, with its style and its script, that loads nothing else.
/// \param title  of the page, as plain text
/// \param body   HTML
[[nodiscard]] std::string frame(std::string_view title, std::string_view body);

}  // namespace lockstep::page
