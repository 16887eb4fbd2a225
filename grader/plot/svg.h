#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lockstep::plot::svg {

/// The width of every picture; no text in it is smaller than 11 of these units.
inline constexpr double kWidth = 760;

/// A line of text.
/// \param attributes  as they stand in the tag: `class="name" text-anchor="end"`; may be empty
[[nodiscard]] std::string text(double x, double y, std::string_view attributes, std::string_view content);

/// A line from one point to another.
[[nodiscard]] std::string line(double x1, double y1, double x2, double y2, std::string_view attributes);

[[nodiscard]] std::string rectangle(double x, double y, double width, double height, std::string_view attributes);

/// Breaks a text at spaces into lines of at most `columns` characters, as far as its words allow.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

/// A whole file, on a white ground so that it can be read in a dark viewer too; no script, no font of its own.
/// \param title  stands above the picture as well
/// \param style  rules of CSS besides those for all pictures
[[nodiscard]] std::string document(double height, std::string_view title, std::string_view style,
                                   std::string_view body);

}  // namespace lockstep::plot::svg
