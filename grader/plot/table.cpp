#include "plot/table.h"

#include <fmt/core.h>

#include <algorithm>
#include <bit>

namespace lockstep::plot {
namespace {

using predict::Point;

std::string figure(double speedup) { return fmt::format("{:.{}f}", speedup, speedup < 10 ? 2 : 1); }

std::string predicted_on(const Curve& curve, unsigned cores) {
  const auto point = std::ranges::find(curve.predicted, cores, &Point::cores);
  if (point == curve.predicted.end()) return "- ";
  // A space where there is no mark, so that the figures stand in a column.
  return figure(point->speedup) + (point->basis == Point::Basis::kExtrapolated ? "*" : " ");
}

std::string measured_on(const Curve& curve, unsigned cores) {
  const auto measured = std::ranges::find(curve.measured, cores, &Measured::workers);
  if (measured == curve.measured.end()) return {};
  const auto& [low, middle, high] = measured->speedup;
  return fmt::format("{} ({} to {})", figure(middle), figure(low), figure(high));
}

}  // namespace

std::string table(const Curve& curve) {
  std::string text = curve.function + "\n  cores  predicted  measured (99 % interval)\n";
  for (unsigned cores = 1; cores <= kMostCores; ++cores) {
    const std::string measured = measured_on(curve, cores);
    const bool shown = !measured.empty() || (std::has_single_bit(cores) && !curve.predicted.empty());
    if (!shown) continue;
    std::string line = fmt::format("  {:>5}  {:>10} {}", cores, predicted_on(curve, cores), measured);
    text += line.erase(line.find_last_not_of(' ') + 1) + '\n';
  }
  const auto beyond = [](const Point& point) { return point.basis == Point::Basis::kExtrapolated; };
  if (std::ranges::any_of(curve.predicted, beyond)) text += "  * beyond the most workers that were recorded\n";
  if (!curve.remark.empty()) text += "  Note: " + curve.remark + ".\n";
  if (curve.law) text += "  " + sentence(*curve.law) + ".\n";
  return text;
}

}  // namespace lockstep::plot
