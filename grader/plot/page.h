#pragma once

#include <span>
#include <string>
#include <string_view>

#include "page/drawn.h"

namespace lockstep::plot {

/// A page of HTML for a browser, in the frame of all pages: one file that needs no other, so that it can be sent to
/// somebody.
/// \param title  of the page
[[nodiscard]] std::string page(std::string_view title, std::span<const lockstep::page::Drawn> sections);

}  // namespace lockstep::plot
