#include "explorer/explore/suppressions.h"

#include <fnmatch.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace lockstep::explorer {
namespace {

/// The next word of a line, which it loses.
std::string take_word(std::string_view& line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
  std::string word(line.substr(0, line.find_first_of(" \t\r")));
  line.remove_prefix(word.size());
  return word;
}

std::string_view without_blanks(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r"), text.size()));
  return text.substr(0, text.find_last_not_of(" \t\r") + 1);
}

bool fits(const std::string& pattern, const std::string& text) {
  return fnmatch(pattern.c_str(), text.c_str(), 0) == 0;
}

/// Whether a pattern fits a path or what follows one of its slashes.
bool fits_end(const std::string& pattern, const std::string& path) {
  if (fits(pattern, path)) return true;
  for (std::size_t at = path.find('/'); at != std::string::npos; at = path.find('/', at + 1)) {
    if (fits(pattern, path.substr(at + 1))) return true;
  }
  return false;
}

}  // namespace

std::variant<Suppressions, std::string> Suppressions::read(std::string_view text) {
  Suppressions suppressions;
  for (int number = 1; !text.empty(); ++number) {
    const std::string_view whole = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(whole.size() + 1, text.size()));
    std::string_view line = whole.substr(0, whole.find('#'));
    const std::string kind = take_word(line);
    if (kind.empty()) continue;
    const std::string file = take_word(line);
    if (kind != "*" && !finding_kind(kind)) {
      std::string mistake = "line " + std::to_string(number) + ": found " + kind + "; accepted: a kind of finding (*";
      for (const auto& [value, name] : kFindingKindNames) mistake.append(", ").append(name);
      return mistake + ")";
    }
    if (file.empty()) {
      return "line " + std::to_string(number) + ": found " + std::string(without_blanks(whole)) +
             "; accepted: KIND FILE [FUNCTION], where * stands for any text";
    }
    const std::string function(without_blanks(line));
    suppressions.lines_.push_back({kind, file, function.empty() ? "*" : function});
  }
  return suppressions;
}

std::variant<Suppressions, std::string> Suppressions::of_file(const std::string& file) {
  if (file.empty()) return Suppressions();
  std::ifstream stream(file);
  if (!stream) return file + " cannot be read";
  std::stringstream text;
  text << stream.rdbuf();
  auto suppressions = read(text.str());
  if (auto* mistake = std::get_if<std::string>(&suppressions)) return file + ", " + *mistake;
  return suppressions;
}

bool Suppressions::fit(FindingKind kind, std::span<const FindingPlace> places) const {
  return std::any_of(lines_.begin(), lines_.end(), [&](const Line& line) {
    if (line.kind != "*" && line.kind != name(kind)) return false;
    if (line.file == "*" && line.function == "*") return true;  // also what has no place
    return std::any_of(places.begin(), places.end(), [&](const FindingPlace& place) {
      return fits_end(line.file, place.file) && fits(line.function, place.function);
    });
  });
}

}  // namespace lockstep::explorer
