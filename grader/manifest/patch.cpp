#include "manifest/patch.h"

#include <fmt/core.h>

#include <algorithm>

#include "manifest/lines.h"
#include "manifest/mistakes.h"

namespace lockstep {
namespace {

using manifest::in_quotes;

bool fits(const Hunk& hunk, const std::vector<std::string>& lines, std::size_t start) {
  return start + hunk.before.size() <= lines.size() &&
         std::equal(hunk.before.begin(), hunk.before.end(), lines.begin() + static_cast<std::ptrdiff_t>(start));
}

/// A line for a message; its end shows only where the lines differ in nothing else.
std::string shown(const std::string& line, const std::string& other) {
  const bool ends = line.ends_with('\n') && other.ends_with('\n');
  return in_quotes(std::string_view(line).substr(0, line.size() - (ends ? 1 : 0)));
}

/// What the file has in place of the lines that a hunk expects.
std::string difference(const Hunk& hunk, const std::vector<std::string>& lines) {
  for (std::size_t i = 0; i < hunk.before.size(); ++i) {
    const std::size_t at = hunk.start + i;
    if (at >= lines.size()) {
      return fmt::format("the file ends after line {}, and the patch expects {}", lines.size(),
                         shown(hunk.before[i], "\n"));
    }
    if (lines[at] == hunk.before[i]) continue;
    return fmt::format("line {} is {}, and the patch expects {}", at + 1, shown(lines[at], hunk.before[i]),
                       shown(hunk.before[i], lines[at]));
  }
  return {};
}

/// Where else in the file the lines of a hunk stand.
std::string elsewhere(const Hunk& hunk, const std::vector<std::string>& lines) {
  for (std::size_t start = 0; start + hunk.before.size() <= lines.size(); ++start) {
    if (fits(hunk, lines, start)) return fmt::format("; these lines begin at line {}", start + 1);
  }
  return {};
}

/// \return why a hunk does not fit; empty when it does
std::string misfit(const Hunk& hunk, const std::vector<std::string>& lines) {
  if (auto different = difference(hunk, lines); !different.empty()) return different + elsewhere(hunk, lines);
  const std::size_t lines_behind = lines.size() - hunk.start - hunk.before.size() + hunk.trail;
  if (hunk.lead < std::min(kPatchContext, hunk.start + hunk.lead) ||
      hunk.trail < std::min(kPatchContext, lines_behind)) {
    return fmt::format("it shows less than {} lines of context, and the file has more", kPatchContext);
  }
  return {};
}

}  // namespace

Result<std::string> apply(const Patch& patch, std::string_view file, std::string_view text) {
  const auto change = std::find_if(patch.files.begin(), patch.files.end(),
                                   [&](const FileChange& candidate) { return candidate.file == file; });
  if (change == patch.files.end()) return std::string(text);
  const std::vector<std::string> lines = manifest::split_lines(text);
  std::string result;
  std::size_t copied = 0;
  int number = 0;
  const auto copy_up_to = [&](std::size_t end) {
    while (copied < end) result += lines[copied++];
  };
  for (const Hunk& hunk : change->hunks) {
    ++number;
    if (auto why = misfit(hunk, lines); !why.empty()) {
      return input_error(
          fmt::format("{}:{}: hunk {} of {} does not apply: {}", patch.path.string(), hunk.line, number, file, why));
    }
    copy_up_to(hunk.start);
    for (const std::string& line : hunk.after) result += line;
    copied += hunk.before.size();
  }
  copy_up_to(lines.size());
  return result;
}

}  // namespace lockstep
