#include "export/template_text.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace lockstep::exported {
namespace {

std::string with_words(std::string text, const LabWords& lab) {
  const std::array<std::pair<std::string_view, std::string>, 5> words{{{"@ID@", lab.id},
                                                                       {"@LAB@", lab.name},
                                                                       {"@TITLE@", lab.title},
                                                                       {"@POINTS@", std::to_string(lab.points)},
                                                                       {"@FILES@", lab.files}}};
  for (const auto& [word, by] : words) {
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + by.size())) {
      text.replace(at, word.size(), by);
    }
  }
  return text;
}

std::string_view without_indentation(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  return line;
}

}  // namespace

std::string filled_in(std::string_view text, std::span<const LabWords> labs) {
  assert(!labs.empty());
  std::string whole;
  std::string repeated;
  bool repeats = false;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const bool has_end = line.size() < text.size();
    text.remove_prefix(line.size() + (has_end ? 1 : 0));
    if (without_indentation(line) == "#each-lab") {
      repeats = true;
    } else if (without_indentation(line) == "#end") {
      for (const LabWords& lab : labs) whole += with_words(repeated, lab);
      repeated.clear();
      repeats = false;
    } else {
      std::string& part = repeats ? repeated : whole;
      part += repeats ? std::string(line) : with_words(std::string(line), labs.front());
      if (has_end) part += '\n';
    }
  }
  return whole;
}

}  // namespace lockstep::exported
