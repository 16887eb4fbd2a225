#include "report/lines_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "lockstep/explored_lines.h"

namespace lockstep::report {
namespace {

/// Empty where it is not known what all checks together ran.
std::vector<ExploredLines> lines_of(const Score& score) {
  std::vector<ExploredLines> all;
  for (const CheckScore& check : score.checks) {
    if (check.kind == "explorer" && check.verdict.outcome != Outcome::kPass) return {};
    for (const ExploredLines& lines : check.verdict.lines) add_lines(all, lines);
  }
  return all;
}

/// The first of many.
std::string some_of(const std::set<int>& lines) {
  constexpr std::size_t kShown = 8;
  const auto all = ranges(lines);
  if (all.size() <= kShown) return ranges_text(lines);
  const int last = all[kShown - 1].second;
  const std::set<int> shown(lines.begin(), lines.upper_bound(last));
  return fmt::format("{} and {} more", ranges_text(shown), lines.size() - shown.size());
}

}  // namespace

std::string lines_text(const Score& score) {
  std::string files;
  for (const ExploredLines& lines : lines_of(score)) {
    if (!leaves_lines(lines)) continue;
    files += fmt::format("{}{}: {}", files.empty() ? "" : "; ", lines.file, some_of(lines.never));
  }
  if (files.empty()) return {};
  return fmt::format(
      "Lines that access memory, and that no explored schedule ran: {}. What can go wrong there, the explorer has not "
      "seen.",
      files);
}

}  // namespace lockstep::report
