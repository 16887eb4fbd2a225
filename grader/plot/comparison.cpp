#include "plot/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "text/plain_text.h"

namespace lockstep::plot {
namespace {

constexpr std::size_t kLongestName = 30;  // as much as has room beside a bar
constexpr double kMostCounted = 1e15;     // a larger figure is no measurement

/// "1 234 567": a space between thousands, which no language reads as a decimal point.
std::string grouped(double figure) {
  std::string digits = fmt::format("{:.0f}", figure);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), 1, ' ');
  }
  return digits;
}

bool has_all(const std::map<std::string, double>& counters, const std::vector<std::string>& names) {
  return std::ranges::all_of(names, [&](const std::string& name) {
    const auto found = counters.find(name);
    return found != counters.end() && found->second >= 0 && found->second < kMostCounted;
  });
}

ComparedPanel panel_of(const ComparedCounters& shown, std::span<const measure::Benchmark> benchmarks) {
  ComparedPanel panel{.title = shown.title, .ranges = shown.counters.size() > 1, .ways = {}};
  for (const auto& [name, counters] : benchmarks) {
    if (!has_all(counters, shown.counters)) continue;
    panel.ways.push_back({.name = fmt::format("{:.{}}", plain_line(name), kLongestName),
                          .least = panel.ranges ? counters.at(shown.counters.front()) : 0,
                          .most = counters.at(shown.counters.back())});
  }
  return panel;
}

std::set<std::string> counters_of(std::span<const measure::Benchmark> benchmarks) {
  std::set<std::string> names;
  for (const measure::Benchmark& benchmark : benchmarks) {
    for (const auto& [name, value] : benchmark.counters) names.insert(name);
  }
  return names;
}

}  // namespace

Result<std::vector<ComparedPanel>> compared(const Comparison& comparison,
                                            std::span<const measure::Benchmark> benchmarks) {
  std::vector<ComparedPanel> panels;
  for (const ComparedCounters& shown : comparison.panels) {
    panels.push_back(panel_of(shown, benchmarks));
    if (!panels.back().ways.empty()) continue;
    return input_error(fmt::format(
        "lab.toml: found counters = {} in [[comparison.panel]], which no benchmark of {} counts; accepted: {}",
        fmt::join(shown.counters, ", "), comparison.program, fmt::join(counters_of(benchmarks), ", ")));
  }
  return panels;
}

std::string figures(const ComparedPanel& panel, const Compared& way) {
  return panel.ranges ? fmt::format("{} to {}", grouped(way.least), grouped(way.most)) : grouped(way.most);
}

std::string table(const ComparedPanel& panel) {
  std::size_t widest = 0;
  for (const Compared& way : panel.ways) widest = std::max(widest, way.name.size());
  std::string text = panel.title + "\n";
  for (const Compared& way : panel.ways) text += fmt::format("  {:<{}}  {}\n", way.name, widest, figures(panel, way));
  return text;
}

}  // namespace lockstep::plot
