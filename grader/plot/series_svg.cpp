#include "plot/series_svg.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "plot/svg.h"

namespace lockstep::plot {
namespace {

constexpr double kSeriesLeft = 84;
constexpr double kSeriesWidth = svg::kWidth - kSeriesLeft - 24;
constexpr double kSeriesHeight = 130;
constexpr double kSeriesRow = kSeriesHeight + 46;  // with the name above it
constexpr double kFirstRow = 70;

constexpr std::string_view kSeriesStyle = R"(.name { font-size: 14px; font-weight: bold }
.grid { stroke: #ddd }
.frame { fill: none; stroke: #888 }
.curve { fill: none; stroke: #0072b2; stroke-width: 2 }
)";

/// A round distance of marks, so that there are at most five: 1, 2 or 5 times a power of ten.
double distance_of_marks(double range) {
  constexpr double kMarks = 5;
  if (range <= 0) return 1;
  const double power = std::pow(10, std::floor(std::log10(range / kMarks)));
  for (const double step : {1.0, 2.0, 5.0}) {
    if (range <= kMarks * step * power) return step * power;
  }
  return 10 * power;
}

/// An axis from `low` on, of a length in the picture.
struct Scale {
  double low = 0;
  double high = 1;
  double length = 1;

  [[nodiscard]] double of(double value) const { return (value - low) / (high - low) * length; }
};

Scale scale_of(double low, double high, double length) { return {low, high > low ? high : low + 1, length}; }

std::string marks_across(const Scale& x, double top, double bottom, bool with_figures) {
  std::string out;
  const double step = distance_of_marks(x.high - x.low);
  for (double at = std::ceil(x.low / step) * step; at <= x.high + step / 1000; at += step) {
    const double place = kSeriesLeft + std::min(x.of(at), x.length);
    out += svg::line(place, top, place, bottom, "class=\"grid\"");
    if (with_figures) {
      out += svg::text(place, bottom + 16, "class=\"small\" text-anchor=\"middle\"", fmt::format("{:.4g}", at));
    }
  }
  return out;
}

std::string marks_up(const Scale& y, double bottom) {
  std::string out;
  const double step = distance_of_marks(y.high);
  for (double at = 0; at <= y.high + step / 1000; at += step) {
    const double place = bottom - std::min(y.of(at), y.length);
    out += svg::line(kSeriesLeft, place, kSeriesLeft + kSeriesWidth, place, "class=\"grid\"");
    out += svg::text(kSeriesLeft - 10, place + 4, "class=\"small\" text-anchor=\"end\"", fmt::format("{:.4g}", at));
  }
  return out;
}

std::string curve_line(const Series& series, const Series::Curve& curve, const Scale& x, const Scale& y,
                       double bottom) {
  std::string points;
  for (std::size_t i = 0; i < series.at.size(); ++i) {
    points += fmt::format("{}{:.1f},{:.1f}", i == 0 ? "" : " ", kSeriesLeft + x.of(series.at[i]),
                          bottom - y.of(curve.values[i]));
  }
  return fmt::format("<polyline class=\"curve\" points=\"{}\"/>\n", points);
}

}  // namespace

std::string series_svg(std::string_view title, const Series& series) {
  const Scale x = scale_of(series.at.front(), series.at.back(), kSeriesWidth);
  std::string body;
  double top = kFirstRow;
  double bottom = top;
  for (const Series::Curve& curve : series.curves) {
    bottom = top + kSeriesHeight;
    const bool is_last = &curve == &series.curves.back();
    const Scale y = scale_of(0, *std::max_element(curve.values.begin(), curve.values.end()), kSeriesHeight);
    body += svg::text(kSeriesLeft, top - 10, "class=\"name\"", curve.name);
    body += marks_across(x, top, bottom, is_last) + marks_up(y, bottom);
    body += svg::rectangle(kSeriesLeft, top, kSeriesWidth, kSeriesHeight, "class=\"frame\"");
    body += curve_line(series, curve, x, y, bottom);
    top += kSeriesRow;
  }
  body += svg::text(kSeriesLeft + kSeriesWidth / 2, bottom + 34, "text-anchor=\"middle\"", series.over);
  return svg::document(bottom + 50, title, kSeriesStyle, body);
}

}  // namespace lockstep::plot
