#include "sheet/learner_rows.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "report/points_text.h"

namespace lockstep::sheet {

std::optional<std::size_t> column_of(const Row& header, std::string_view title) {
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    if (header.cells[i].value == title) return i;
  }
  return std::nullopt;
}

std::string titles_of(const Row& header) {
  constexpr std::size_t kMost = 40;
  std::string titles;
  for (std::size_t i = 0; i < std::min(kMost, header.cells.size()); ++i) {
    titles += fmt::format("{}\"{}\"", i == 0 ? "" : ", ", header.cells[i].value);
  }
  return titles + (header.cells.size() > kMost ? ", ..." : "");
}

const Cell* cell_in(const Row& row, std::optional<std::size_t> column) {
  return column && *column < row.cells.size() ? &row.cells[*column] : nullptr;
}

std::optional<double> number_in(std::string_view value) {
  std::string text(value);
  std::erase(text, ' ');
  std::replace(text.begin(), text.end(), ',', '.');
  double number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

Filled fill_rows(std::string_view text, const std::vector<LearnerRow>& rows, const Assignment& assignment) {
  std::map<std::string, std::set<const LearnerRow*>> by_key;
  for (const LearnerRow& row : rows) {
    for (const std::string& key : row.keys) {
      if (!key.empty()) by_key[key].insert(&row);
    }
  }
  std::map<const LearnerRow*, std::vector<std::string>> learners_of;
  for (const auto& [learner, points] : assignment.points) {
    const auto found = by_key.find(learner);
    if (found == by_key.end()) continue;
    for (const LearnerRow* row : found->second) learners_of[row].push_back(learner);
  }

  Filled result;
  std::vector<Change> changes;
  for (const auto& [learner, points] : assignment.points) {
    const auto found = by_key.find(learner);
    if (found == by_key.end()) {
      if (points) result.only_in_book.push_back(learner);
      continue;
    }
    if (!points) continue;
    const LearnerRow& row = **found->second.begin();
    if (found->second.size() > 1) {
      result.left_alone.push_back(fmt::format("{}: {} rows have this name", learner, found->second.size()));
    } else if (learners_of[&row].size() > 1) {
      result.left_alone.push_back(fmt::format("{}: its row is also that of another learner", learner));
    } else if (row.cell == nullptr) {
      result.left_alone.push_back(fmt::format("{}: line {} of the sheet has no such column", learner, row.row->line));
    } else if (!row.refused.empty()) {
      result.left_alone.push_back(fmt::format("{}: {}", learner, row.refused));
    } else {
      const auto before = number_in(row.cell->value);
      ++result.filled;
      if (before && *before == *points) continue;  // as it was, byte for byte
      if (before) ++result.replaced;
      changes.push_back({.cell = row.cell, .value = report::points_text(*points)});
    }
  }
  for (const LearnerRow& row : rows) {
    if (!learners_of.contains(&row)) result.only_in_sheet.push_back(row.shown);
  }
  result.text = with_changes(text, changes);
  return result;
}

}  // namespace lockstep::sheet
