#pragma once

#include <string>

namespace lockstep::page {

/// A picture and what is said of it.
struct Drawn {
  std::string heading;  ///< what both are about
  std::string text;     ///< lines, as a terminal shows them; empty: none
  std::string picture;  ///< an SVG file's text; empty: none

  friend bool operator==(const Drawn&, const Drawn&) = default;
};

/// As a section of a page that has pictures within. The picture is an image of its own, for what the styles and
/// patterns of several are called would clash in one document.
[[nodiscard]] std::string drawn_html(const Drawn& drawn);

}  // namespace lockstep::page
