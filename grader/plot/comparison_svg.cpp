#include "plot/comparison_svg.h"

#include <algorithm>

#include "plot/svg.h"

namespace lockstep::plot {
namespace {

constexpr double kBarsLeft = 216;  // where bars begin; the names are left of it
constexpr double kLongestBar = 360;
constexpr double kBarRow = 22;

// The two parts of a range differ in their filling, not in colour alone.
constexpr std::string_view kBarStyle = R"(.panel { font-size: 14px; font-weight: bold }
.sure { fill: #0072b2 }
.range { fill: #fff; stroke: #0072b2; stroke-width: 1.5 }
)";

double longest(const ComparedPanel& panel) {
  double most = 0;
  for (const Compared& way : panel.ways) most = std::max(most, way.most);
  return most > 0 ? most : 1;
}

std::string bar(const ComparedPanel& panel, const Compared& way, double scale, double top) {
  // Code under test counted: nothing says that the least is not above the most.
  const double least = std::min(way.least, way.most) * scale;
  const double most = std::max(way.least, way.most) * scale;
  const double filled = panel.ranges ? least : most;
  std::string out = svg::text(kBarsLeft - 10, top + 15, "text-anchor=\"end\"", way.name);
  if (panel.ranges) out += svg::rectangle(kBarsLeft + least, top + 4, most - least, kBarRow - 8, "class=\"range\"");
  out += svg::rectangle(kBarsLeft, top + 4, filled, kBarRow - 8, "class=\"sure\"");
  return out + svg::text(kBarsLeft + most + 10, top + 15, "", figures(panel, way));
}

}  // namespace

std::string comparison_svg(std::string_view title, std::span<const ComparedPanel> panels) {
  std::string body;
  double top = 44;
  for (const ComparedPanel& panel : panels) {
    body += svg::text(16, top + 16, "class=\"panel\"", panel.title);
    top += 24;
    const double scale = kLongestBar / longest(panel);
    for (const Compared& way : panel.ways) {
      body += bar(panel, way, scale, top);
      top += kBarRow;
    }
    if (panel.ranges) {
      body += svg::text(kBarsLeft, top + 14, "class=\"small\"", "filled up to the least, empty from there to the most");
      top += 18;
    }
    top += 14;
  }
  return svg::document(top, title, kBarStyle, body);
}

}  // namespace lockstep::plot
