#include "intake/layout.h"

#include <algorithm>
#include <charconv>
#include <regex>
#include <set>

#include "intake/take.h"
#include "text/plain_text.h"

namespace lockstep::intake {
namespace {

/// The name is greedy: "Ada_1_assignsubmission_file_" ends at the last one.
const std::regex& moodle() {
  static const std::regex pattern("^(.+)_([0-9]+)_assignsubmission_(?:file|onlinetext)(?:_(.*))?$");
  return pattern;
}

/// The name ends before the first two numbers. An anonymous one has no name before it.
const std::regex& canvas() {
  static const std::regex pattern(R"(^(?:(.*?)_)?)"  // as few as possible
                                  R"(?(?:LATE_)?([0-9]+|anon_[A-Za-z0-9]+)_([0-9]+)_(.+)$)");
  return pattern;
}

std::string with_spaces(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  return plain_line(name);
}

/// \param name  shorter than the 255 bytes that a file's name may have, so that no pattern takes long
std::optional<std::smatch> match(const std::string& name, const std::regex& pattern) {
  std::smatch parts;
  if (!std::regex_match(name, parts, pattern)) return std::nullopt;
  return parts;
}

Owner moodle_owner(const std::smatch& parts) {
  return {.learner = parts[2], .name = with_spaces(parts[1]), .file = parts[3]};
}

Owner canvas_owner(const std::smatch& parts) {
  const std::string learner = parts[2];
  const std::string name = parts[1];
  return {.learner = learner, .name = name.empty() ? learner : plain_line(name), .file = parts[4]};
}

}  // namespace

Layout layout_of_files(const std::vector<std::string>& names) {
  std::set<std::string> attachments;
  bool is_canvas = !names.empty();
  for (const std::string& name : names) {
    if (match(name, moodle())) return Layout::kMoodle;
    const auto parts = match(name, canvas());
    is_canvas = is_canvas && parts && attachments.insert((*parts)[3]).second;
  }
  return is_canvas ? Layout::kCanvas : Layout::kPlain;
}

Owner owner_of_folder(const std::string& name) {
  if (const auto parts = match(name, moodle())) return {.learner = (*parts)[2], .name = with_spaces((*parts)[1])};
  std::string plain = plain_line(name);
  if (plain.ends_with(".git") && plain.size() > 4) plain.resize(plain.size() - 4);
  return {.learner = plain, .name = plain};
}

std::optional<Owner> owner_of_file(const std::string& name, Layout layout) {
  if (layout == Layout::kMoodle) {
    if (const auto parts = match(name, moodle())) return moodle_owner(*parts);
  }
  if (layout == Layout::kCanvas) {
    if (const auto parts = match(name, canvas())) return canvas_owner(*parts);
  }
  if (!is_archive(name)) return std::nullopt;
  const std::string plain = plain_line(without_ending(name));
  return Owner{.learner = plain, .name = plain};
}

std::optional<Numbered> without_number(const std::string& file) {
  const auto dot = file.rfind('.');
  const auto dash = file.rfind('-', dot == std::string::npos ? file.size() : dot);
  if (dash == std::string::npos || dot == std::string::npos || dash + 1 >= dot) return std::nullopt;
  Numbered numbered{.name = file.substr(0, dash) + file.substr(dot)};
  const char* const end = file.data() + dot;
  const auto read = std::from_chars(file.data() + dash + 1, end, numbered.number);
  if (read.ec != std::errc() || read.ptr != end || numbered.number < 1) return std::nullopt;
  return numbered;
}

}  // namespace lockstep::intake
