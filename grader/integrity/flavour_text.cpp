#include "integrity/flavour_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <set>

namespace lockstep::integrity {
namespace {

bool is_blank(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

std::string without_spare_space(std::string_view text) {
  std::string words;
  for (const char c : text) {
    if (!is_blank(c)) {
      words += c;
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.ends_with(' ')) words.pop_back();
  return words;
}

/// Where the next line of a preprocessed text is from.
struct Position {
  std::string file;
  int line = 0;
};

/// `# 12 "/a/b.cpp" 2`, as cpp(1) and clang write it; quotes and backslashes of a name have a backslash before them.
std::optional<Position> line_marker(std::string_view line) {
  constexpr std::string_view kBegin = "# ";
  if (!line.starts_with(kBegin)) return std::nullopt;
  Position position;
  const char* const end = line.data() + line.size();
  const auto number = std::from_chars(line.data() + kBegin.size(), end, position.line);
  if (number.ec != std::errc{} || end - number.ptr < 2 || number.ptr[0] != ' ' || number.ptr[1] != '"') {
    return std::nullopt;
  }
  for (const char* c = number.ptr + 2; c != end && *c != '"'; ++c) {
    if (*c == '\\' && c + 1 != end) ++c;
    position.file += *c;
  }
  return position;
}

std::string quoted(const TextLine* line) {
  constexpr std::size_t kLongest = 80;
  if (line == nullptr) return "nothing";
  return fmt::format("`{}`", line->text.size() <= kLongest ? line->text : line->text.substr(0, kLongest) + "...");
}

/// A flavour and its text.
using Entry = std::map<build::Flavour, std::vector<TextLine>>::value_type;

/// \return the message and the place; its `affects` is left to the caller
std::optional<Suspicion> difference(const Entry& one, const Entry& other) {
  const auto same_text = [](const TextLine& a, const TextLine& b) { return a.text == b.text && a.file == b.file; };
  const auto [in_one, in_other] =
      std::mismatch(one.second.begin(), one.second.end(), other.second.begin(), other.second.end(), same_text);
  const TextLine* const first = in_one == one.second.end() ? nullptr : &*in_one;
  const TextLine* const second = in_other == other.second.end() ? nullptr : &*in_other;
  if (first == nullptr && second == nullptr) return std::nullopt;
  // A line that one flavour alone has comes before those that follow in both.
  const bool second_is_first =
      first == nullptr || (second != nullptr && second->file == first->file && second->line < first->line);
  const TextLine& place = second_is_first ? *second : *first;
  return Suspicion{.severity = Severity::kProven,
                   .affects = {},
                   .symbol = "",
                   .message = fmt::format(
                       "The preprocessed text differs between flavours: {} for {}, {} for {}. What is judged must "
                       "be what is run.",
                       quoted(first), build::name(one.first), quoted(second), build::name(other.first)),
                   .file = place.file,
                   .line = place.line};
}

}  // namespace

std::vector<TextLine> learners_lines(std::string_view preprocessed,
                                     const std::function<bool(std::string_view path)>& is_learners) {
  std::vector<TextLine> lines;
  Position position;
  bool learners = false;
  while (!preprocessed.empty()) {
    const std::string_view line = preprocessed.substr(0, preprocessed.find('\n'));
    preprocessed.remove_prefix(std::min(preprocessed.size(), line.size() + 1));
    if (auto marker = line_marker(line)) {
      if (marker->file != position.file) learners = is_learners(marker->file);
      position = std::move(*marker);
      continue;
    }
    if (learners) {
      std::string text = without_spare_space(line);
      if (!text.empty()) lines.push_back({.file = position.file, .line = position.line, .text = std::move(text)});
    }
    ++position.line;
  }
  return lines;
}

std::optional<Affects> watched_by(build::Flavour flavour) {
  switch (flavour) {
    case build::Flavour::kRelease:
    case build::Flavour::kDebug:
      return std::nullopt;
    case build::Flavour::kAsan:
      return Affects::kMemory;
    case build::Flavour::kTsan:
    case build::Flavour::kExplore:
      return Affects::kRaces;
  }
  return std::nullopt;
}

std::vector<Suspicion> differences(const std::map<build::Flavour, std::vector<TextLine>>& flavours) {
  std::vector<Suspicion> found;
  std::set<Affects> in_doubt;
  for (const Entry& other : flavours) {
    const Entry& one = *flavours.begin();
    const auto differs = difference(one, other);
    if (!differs) continue;
    for (const auto affects : {watched_by(one.first), watched_by(other.first)}) {
      if (!affects || !in_doubt.insert(*affects).second) continue;
      found.push_back(*differs);
      found.back().affects = *affects;
    }
  }
  return found;
}

}  // namespace lockstep::integrity
