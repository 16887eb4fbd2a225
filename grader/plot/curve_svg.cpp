#include "plot/curve_svg.h"

#include <fmt/core.h>

#include <algorithm>
#include <cassert>
#include <cmath>

#include "plot/svg.h"

namespace lockstep::plot {
namespace {

using predict::Point;

constexpr double kTop = 42;  // of the first panel; the title is above
constexpr double kLeastSpeedup = 1.0 / 16;

// Lines differ in their dashes and points in their shapes too: colour is not needed to tell them apart.
constexpr std::string_view kStyle = R"(.name { font-size: 14px; font-weight: bold }
.grid { stroke: #ddd }
.frame { fill: none; stroke: #888 }
.limit { stroke: #777; stroke-width: 1.5 }
.predicted { fill: none; stroke: #0072b2; stroke-width: 2.5 }
.beyond { fill: none; stroke: #0072b2; stroke-width: 2.5; stroke-dasharray: 2 3 }
.recorded { fill: #0072b2 }
.law { fill: none; stroke: #c8440a; stroke-width: 1.5; stroke-dasharray: 9 5 }
.measured { fill: #fff; stroke: #000; stroke-width: 1.5 }
)";

/// Where a function is drawn: the frame of its axes.
struct Panel {
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;
  double least = 0.5;  ///< speedup at the lower edge, a power of two

  [[nodiscard]] double bottom() const { return top + height; }
  [[nodiscard]] double x(double cores) const { return left + width * std::log2(cores) / std::log2(kMostCores); }
  [[nodiscard]] double y(double speedup) const {
    const double most = kMostCores;
    return bottom() - height * std::log2(std::clamp(speedup, least, most) / least) / std::log2(most / least);
  }
};

/// The axes of all panels begin at the same speedup, so that they can be compared.
double least_speedup(std::span<const Curve> curves) {
  double least = 1;
  for (const Curve& curve : curves) {
    for (const Point& point : curve.predicted) least = std::min(least, point.speedup);
    for (const Measured& measured : curve.measured) least = std::min(least, measured.speedup.low);
  }
  return std::exp2(std::floor(std::log2(std::max(least, kLeastSpeedup))));
}

std::string axes(const Panel& panel) {
  std::string out;
  for (double cores = 1; cores <= kMostCores; cores *= 2) {
    out += svg::line(panel.x(cores), panel.top, panel.x(cores), panel.bottom(), "class=\"grid\"");
    out += svg::text(panel.x(cores), panel.bottom() + 16, "class=\"small\" text-anchor=\"middle\"",
                     fmt::format("{}", cores));
  }
  for (double speedup = panel.least; speedup <= kMostCores; speedup *= 2) {
    out += svg::line(panel.left, panel.y(speedup), panel.left + panel.width, panel.y(speedup), "class=\"grid\"");
    out += svg::text(panel.left - 10, panel.y(speedup) + 4, "class=\"small\" text-anchor=\"end\"",
                     fmt::format("{}", speedup));
  }
  out += svg::rectangle(panel.left, panel.top, panel.width, panel.height, "class=\"frame\"");
  out += svg::text(panel.left + panel.width / 2, panel.bottom() + 34, "text-anchor=\"middle\"", "cores");
  const double middle = panel.top + panel.height / 2;
  out +=
      svg::text(panel.left - 38, middle,
                fmt::format("text-anchor=\"middle\" transform=\"rotate(-90 {:.1f} {:.1f})\"", panel.left - 38, middle),
                "times as fast as the sequential code");
  return out + svg::line(panel.x(1), panel.y(1), panel.x(kMostCores), panel.y(kMostCores), "class=\"limit\"");
}

std::string path(std::string_view css_class, const std::vector<std::string>& corners) {
  std::string points;
  for (const std::string& corner : corners) points += (points.empty() ? "" : " ") + corner;
  return fmt::format("<polyline class=\"{}\" points=\"{}\"/>\n", css_class, points);
}

std::string corner(const Panel& panel, double cores, double speedup) {
  return fmt::format("{:.1f},{:.1f}", panel.x(cores), panel.y(speedup));
}

std::string predicted(const Panel& panel, const std::vector<Point>& points) {
  std::vector<std::string> known;
  std::vector<std::string> beyond;
  std::string dots;
  for (const Point& point : points) {
    const std::string at = corner(panel, point.cores, point.speedup);
    if (point.basis == Point::Basis::kExtrapolated) {
      if (beyond.empty() && !known.empty()) beyond.push_back(known.back());
      beyond.push_back(at);
      continue;
    }
    known.push_back(at);
    if (point.basis == Point::Basis::kRecorded) {
      dots += fmt::format("<circle class=\"recorded\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\"/>\n", panel.x(point.cores),
                          panel.y(point.speedup));
    }
  }
  return path("predicted", known) + path("beyond", beyond) + dots;
}

std::string law(const Panel& panel, const Amdahl& law) {
  std::vector<std::string> corners;
  for (double cores = 1; cores <= kMostCores; cores *= std::exp2(0.25)) {
    corners.push_back(corner(panel, cores, law.speedup(cores)));
  }
  return path("law", corners);
}

std::string diamond(double x, double y) {
  return fmt::format("<path class=\"measured\" d=\"M{:.1f} {:.1f}l6 6l-6 6l-6 -6z\"/>\n", x, y - 6);
}

/// An interval from `low` to `high`, both as heights in the picture.
std::string interval(double x, double low, double high) {
  constexpr std::string_view kStroke = "class=\"measured\"";
  return svg::line(x, low, x, high, kStroke) + svg::line(x - 5, low, x + 5, low, kStroke) +
         svg::line(x - 5, high, x + 5, high, kStroke);
}

std::string function(const Panel& panel, const Curve& curve) {
  std::string out = svg::text(panel.left, panel.top - 26, "class=\"name\"", curve.function);
  out += svg::text(panel.left, panel.top - 9, "", curve.law ? headline(*curve.law) : "one point: no law to fit");
  out += axes(panel) + predicted(panel, curve.predicted);
  if (curve.law) out += law(panel, *curve.law);
  for (const Measured& measured : curve.measured) {
    const double x = panel.x(measured.workers);
    out += interval(x, panel.y(measured.speedup.low), panel.y(measured.speedup.high));
    out += diamond(x, panel.y(measured.speedup.middle));
  }
  out += svg::text(panel.left + panel.width - 10, panel.bottom() - 10, "text-anchor=\"end\"", curve.remark);
  if (curve.predicted.empty()) {
    out += svg::text(panel.left + 12, panel.top + 22, "", "not predicted; the law is fitted to what was measured");
  }
  return out;
}

std::string legend(double top) {
  const auto stroke = [](double x, double y, std::string_view css_class) {
    return svg::line(x, y, x + 34, y, fmt::format("class=\"{}\"", css_class));
  };
  std::string out;
  const auto entry = [&](double x, double y, const std::string& sign, std::string_view meaning) {
    out += sign + svg::text(x + 42, y + 4, "class=\"small\"", meaning);
  };
  const double second = top + 20;
  entry(16, top,
        stroke(16, top, "predicted") + fmt::format("<circle class=\"recorded\" cx=\"33\" cy=\"{}\" r=\"4\"/>\n", top),
        "predicted; dots: recorded");
  entry(16, second, stroke(16, second, "beyond"), "predicted, beyond what was recorded");
  entry(276, top, stroke(276, top, "law"), "Amdahl's law, fitted");
  entry(276, second, stroke(276, second, "limit"), "physical limit: N times on N cores");
  entry(536, top, interval(553, top - 9, top + 9) + diamond(553, top), "measured here, 99 % interval");
  return out;
}

}  // namespace

std::string curve_svg(std::string_view title, std::span<const Curve> curves) {
  assert(!curves.empty());
  const std::size_t columns = std::min<std::size_t>(2, curves.size());
  const double whole = svg::kWidth / static_cast<double>(columns);
  Panel panel{.left = 0, .top = 0, .width = whole - 74, .height = columns == 1 ? 380.0 : 300.0};
  panel.least = least_speedup(curves);
  std::string body;
  double bottom = 0;
  for (std::size_t i = 0; i < curves.size(); ++i) {
    panel.left = whole * static_cast<double>(i % columns) + 56;
    const std::size_t row = i / columns;
    panel.top = kTop + 46 + static_cast<double>(row) * (panel.height + 96);
    bottom = panel.bottom() + 48;
    body += function(panel, curves[i]);
  }
  return svg::document(bottom + 52, title, kStyle, body + legend(bottom + 14));
}

}  // namespace lockstep::plot
