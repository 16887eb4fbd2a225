#pragma once

#include <string>
#include <vector>

namespace lockstep::book {

/// How the marks of a lab are spread, as a picture in SVG and a table that says the same.
/// \param shares  of the lab's worth, each from 0 to 1
[[nodiscard]] std::string histogram(const std::vector<double>& shares);

}  // namespace lockstep::book
