#pragma once

#include <algorithm>
#include <charconv>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "lockstep/finding_place.h"

namespace lockstep {

/// Places as the harness sends them to the grader: a line each, with tabs between file, line and function.
[[nodiscard]] inline std::string places_field(std::span<const FindingPlace> places) {
  std::string text;
  for (const FindingPlace& place : places) {
    text += place.file + '\t' + std::to_string(place.line) + '\t' + place.function + '\n';
  }
  return text;
}

/// Reads what `places_field` gives. Lines that make no sense are passed over.
[[nodiscard]] inline std::vector<FindingPlace> read_places_field(std::string_view text) {
  std::vector<FindingPlace> places;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, std::min(text.find('\n'), text.size()));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const std::size_t first = line.find('\t');
    const std::size_t second = first == std::string_view::npos ? first : line.find('\t', first + 1);
    if (first == 0 || second == std::string_view::npos) continue;
    FindingPlace place{.file = std::string(line.substr(0, first)), .function = std::string(line.substr(second + 1))};
    const auto [end, error] = std::from_chars(line.data() + first + 1, line.data() + second, place.line);
    if (error != std::errc{} || end != line.data() + second || place.line < 0) continue;
    places.push_back(std::move(place));
  }
  return places;
}

}  // namespace lockstep
