#include "checks/change_size/line_changes.h"

#include <algorithm>
#include <cstdint>
#include <span>

#include "integrity/source_text.h"

namespace lockstep::checks {
namespace {

using Lines = std::span<const CodeLine>;

/// The most cells of a table of common subsequences: 32 MiB.
constexpr std::size_t kLargestTable = 8'000'000;

bool same(const CodeLine& a, const CodeLine& b) { return a.text == b.text; }

void add_numbers(Lines lines, std::vector<int>& numbers) {
  for (const CodeLine& line : lines) numbers.push_back(line.number);
}

/// How long the longest common subsequence of the ends of two texts is: of those from line i and from line j.
class CommonLines {
 public:
  CommonLines(Lines before, Lines after) : columns_(after.size() + 1), lengths_((before.size() + 1) * columns_) {
    for (std::size_t i = before.size(); i-- > 0;) {
      for (std::size_t j = after.size(); j-- > 0;) {
        lengths_[i * columns_ + j] =
            same(before[i], after[j]) ? of(i + 1, j + 1) + 1 : std::max(of(i + 1, j), of(i, j + 1));
      }
    }
  }

  [[nodiscard]] std::uint32_t of(std::size_t i, std::size_t j) const { return lengths_[i * columns_ + j]; }

 private:
  std::size_t columns_;
  std::vector<std::uint32_t> lengths_;
};

LineChanges changes_between(Lines before, Lines after) {
  LineChanges changes;
  if (!before.empty() && after.size() >= kLargestTable / before.size()) {
    add_numbers(before, changes.taken);
    add_numbers(after, changes.put);
    return changes;
  }
  const CommonLines common(before, after);
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < before.size() && j < after.size()) {
    if (same(before[i], after[j])) {
      ++i;
      ++j;
    } else if (common.of(i + 1, j) >= common.of(i, j + 1)) {
      changes.taken.push_back(before[i++].number);
    } else {
      changes.put.push_back(after[j++].number);
    }
  }
  add_numbers(before.subspan(i), changes.taken);
  add_numbers(after.subspan(j), changes.put);
  return changes;
}

}  // namespace

std::vector<CodeLine> code_lines(std::string_view source) {
  std::vector<CodeLine> lines;
  for (const integrity::Token& token : integrity::tokens_of(source)) {
    if (token.kind == integrity::Token::Kind::kEndOfDirective) continue;
    if (lines.empty() || lines.back().number != token.line) {
      lines.push_back({.text = {}, .number = token.line});
    } else {
      lines.back().text += ' ';
    }
    lines.back().text += source.substr(token.begin, token.end - token.begin);
  }
  return lines;
}

LineChanges line_changes(std::string_view before, std::string_view after) {
  const std::vector<CodeLine> old_lines = code_lines(before);
  const std::vector<CodeLine> new_lines = code_lines(after);
  const auto first = std::mismatch(old_lines.begin(), old_lines.end(), new_lines.begin(), new_lines.end(), same);
  const auto last = std::mismatch(old_lines.rbegin(), std::make_reverse_iterator(first.first), new_lines.rbegin(),
                                  std::make_reverse_iterator(first.second), same);
  return changes_between(Lines(first.first, last.first.base()), Lines(first.second, last.second.base()));
}

}  // namespace lockstep::checks
