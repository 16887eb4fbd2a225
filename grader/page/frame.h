#pragma once

#include <string>
#include <string_view>

namespace lockstep::page {

/// Whether a page has pictures, which are then in it, as addresses that hold them (`data:`).
enum class Pictures { kNone, kWithin };

/// A whole page of HTML around `body`: one file, with its style and its script, that loads nothing else.
/// \param title  of the page, as plain text
/// \param body   HTML
/// \param more_style  rules of CSS besides those of all pages
[[nodiscard]] std::string frame(std::string_view title, std::string_view body, std::string_view more_style = {},
                                Pictures pictures = Pictures::kNone);

}  // namespace lockstep::page
