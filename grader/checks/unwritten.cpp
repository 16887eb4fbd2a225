#include "checks/unwritten.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

namespace lockstep::checks {
namespace {

/// What a skeleton's function throws.
struct Unwritten {
  int part = 0;
  std::string_view function;  ///< "find"
  std::string_view sentence;  ///< "find is not written yet: see part 1 of README.md"
};

std::optional<Unwritten> unwritten(std::string_view message) {
  constexpr std::string_view kWords = " is not written yet: see part ";
  constexpr std::string_view kEnd = " of README.md";
  const auto at = message.find(kWords);
  if (at == std::string_view::npos) return std::nullopt;
  const char* const number = message.data() + at + kWords.size();
  Unwritten found;
  const auto [end, wrong] = std::from_chars(number, message.data() + message.size(), found.part);
  const std::string_view rest = message.substr(static_cast<std::size_t>(end - message.data()));
  if (wrong != std::errc{} || !rest.starts_with(kEnd)) return std::nullopt;
  // Tools show what was thrown between quotation marks, or behind a colon.
  std::size_t begin = 0;
  for (const std::string_view before : {"\"", ": ", "\n"}) {
    const auto found_at = message.substr(0, at).rfind(before);
    if (found_at != std::string_view::npos) begin = std::max(begin, found_at + before.size());
  }
  found.function = message.substr(begin, at - begin);
  found.sentence = message.substr(begin, message.size() - rest.size() + kEnd.size() - begin);
  return found;
}

}  // namespace

std::optional<int> unwritten_part(const Finding& finding) {
  const auto found = unwritten(finding.message);
  return found ? std::optional(found->part) : std::nullopt;
}

std::string unwritten_function(const Finding& finding) {
  const auto found = unwritten(finding.message);
  return found ? std::string(found->function) : "";
}

Finding told_as_unwritten(Finding finding) {
  const auto found = unwritten(finding.message);
  if (!found) return finding;
  return {.kind = FindingKind::kUnwritten,
          .message = std::string(found->sentence) + ".",
          .file = {},
          .line = 0,
          .replay = {},
          .read = std::move(finding.read),
          .raw = {},
          .of_case = std::move(finding.of_case)};
}

}  // namespace lockstep::checks
