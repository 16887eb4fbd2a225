#pragma once

#include <span>
#include <string>
#include <string_view>

namespace lockstep::plot {

/// A picture and what is said of it.
struct Section {
  std::string heading;  ///< what both are about
  std::string text;     ///< lines, as a terminal shows them
  std::string picture;  ///< an SVG file's text; empty: none
};

/// A page of HTML for a browser, in the frame of all pages: one file that needs no other, so that it can be sent to
/// somebody. The pictures are images of their own, for what their styles and patterns are called would clash in one
/// document.
/// \param title  of the page
[[nodiscard]] std::string page(std::string_view title, std::span<const Section> sections);

}  // namespace lockstep::plot
