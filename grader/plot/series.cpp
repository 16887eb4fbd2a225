#include "plot/series.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "text/plain_text.h"

namespace lockstep::plot {
namespace {

constexpr std::size_t kMostLines = 10'000;
constexpr std::size_t kMostColumns = 5;
constexpr std::size_t kLongestCurveName = 60;
constexpr double kLargestValue = 1e15;

std::vector<std::string_view> parts(std::string_view text, char between) {
  std::vector<std::string_view> all;
  for (;;) {
    const auto end = text.find(between);
    all.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return all;
    text.remove_prefix(end + 1);
  }
}

std::optional<double> value_of(std::string_view word) {
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  const bool whole = error == std::errc{} && end == word.data() + word.size();
  return whole && value >= 0 && value <= kLargestValue ? std::optional(value) : std::nullopt;
}

/// Adds a line of numbers. \return whether it has one for each column
bool take(Series& series, std::string_view line) {
  const auto words = parts(line, ',');
  if (words.size() != series.curves.size() + 1) return false;
  std::vector<double> values;
  values.reserve(words.size());
  for (const std::string_view word : words) {
    const auto value = value_of(word);
    if (!value) return false;
    values.push_back(*value);
  }
  if (!series.at.empty() && values.front() < series.at.back()) return false;
  series.at.push_back(values.front());
  for (std::size_t i = 0; i < series.curves.size(); ++i) series.curves[i].values.push_back(values[i + 1]);
  return true;
}

}  // namespace

Result<Series> read_series(std::string_view csv) {
  while (csv.ends_with('\n')) csv.remove_suffix(1);
  const auto lines = parts(csv, '\n');
  const auto names = parts(lines.front(), ',');
  if (names.size() < 2 || names.size() > kMostColumns) {
    return input_error(
        fmt::format("names {} columns in its first line; accepted: 2 to {}", names.size(), kMostColumns));
  }
  if (lines.size() < 2 || lines.size() > kMostLines + 1) {
    return input_error(fmt::format("has {} lines of numbers; accepted: 1 to {}", lines.size() - 1, kMostLines));
  }
  Series series{.over = shortened(plain_line(names.front()), kLongestCurveName), .at = {}, .curves = {}};
  for (std::size_t i = 1; i < names.size(); ++i) {
    series.curves.push_back({shortened(plain_line(names[i]), kLongestCurveName), {}});
  }
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (take(series, lines[i])) continue;
    return input_error(
        fmt::format("line {}: found {:.60}; accepted: {} numbers from 0 on with commas between, the first never "
                    "smaller than above it",
                    i + 1, plain_line(lines[i]), names.size()));
  }
  return series;
}

std::string table(const Series& series) {
  std::string text;
  for (const Series::Curve& curve : series.curves) {
    const auto most = std::max_element(curve.values.begin(), curve.values.end());
    const double at = series.at[static_cast<std::size_t>(most - curve.values.begin())];
    text += fmt::format("{}: {:.6g} at first, {:.6g} at most ({} {:.4g}), {:.6g} at last\n", curve.name,
                        curve.values.front(), *most, series.over, at, curve.values.back());
  }
  return text;
}

}  // namespace lockstep::plot
