#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "report/points_text.h"
#include "sheet/fill.h"
#include "sheet/learner_rows.h"

namespace lockstep::sheet {
namespace {

// The form is that which lib/gradebook_importer.rb of Canvas reads (instructure/canvas-lms): see docs/sheets.md.

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// "Locks (123)" without "(123)".
std::string_view without_id(std::string_view title) {
  const auto open = title.rfind('(');
  if (!title.ends_with(')') || open == std::string_view::npos || open == 0) return title;
  const std::string_view id = title.substr(open + 1, title.size() - open - 2);
  const bool is_id =
      !id.empty() && std::all_of(id.begin(), id.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
  return is_id ? trimmed(title.substr(0, open)) : title;
}

bool is_header(const Row& row) {
  const auto has = [&](std::size_t i, std::string_view text) {
    return i < row.cells.size() && row.cells[i].value.find(text) != std::string::npos;
  };
  return has(0, "Student") ? has(1, "ID") : has(0, "LastName") && has(1, "FirstName") && has(2, "ID");
}

/// "Points Possible", and rows that say how grades are posted.
bool is_about_assignments(const Row& row) {
  if (row.cells[0].value.find("Points Possible") != std::string::npos) return true;
  return std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
    std::string value(trimmed(cell.value));
    std::transform(value.begin(), value.end(), value.begin(), [](unsigned char c) { return std::tolower(c); });
    return value.empty() || value == "muted" || value.starts_with("manual posting");
  });
}

Result<std::size_t> assignment_column(const Sheet& sheet, const Row& header, const Assignment& assignment) {
  const std::string& title = assignment.column.empty() ? assignment.lab : assignment.column;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string& cell = header.cells[i].value;
    if (cell == title) return i;
    if (without_id(cell) == title) found.push_back(i);
  }
  if (found.size() == 1) return found.front();
  return input_error(
      fmt::format("{}:1: found {} titled \"{}\" for {}; accepted: the title of one of these columns{}: {}. Name it "
                  "with --column, or "
                  "as column in the course file",
                  sheet.file, found.empty() ? "no column" : "several columns", title, assignment.lab,
                  found.empty() ? "" : ", with the number at its end", titles_of(header)));
}

Result<void> right_points(const Sheet& sheet, const std::vector<Row>& rows, std::size_t column,
                          const Assignment& assignment) {
  for (const Row& row : rows) {
    if (row.cells[0].value.find("Points Possible") == std::string::npos) continue;
    const Cell* possible = cell_in(row, column);
    if (possible == nullptr) continue;
    if (possible->value.find("read only") != std::string::npos) {
      return input_error(
          fmt::format("{}:{}: found a column that Canvas calculates and does not import; accepted: the "
                      "column of an assignment",
                      sheet.file, row.line));
    }
    const auto points = number_in(possible->value);
    if (points && *points != assignment.worth) {
      return input_error(fmt::format(
          "{0}:{1}: found {2} points possible; {3} is worth {4} here. Set worth = {2} for it in the course file, or "
          "{4} "
          "points in Canvas",
          sheet.file, row.line, report::points_text(*points), assignment.lab, report::points_text(assignment.worth)));
    }
  }
  return {};
}

Result<std::vector<std::size_t>> key_columns(const Sheet& sheet, const Row& header) {
  if (!sheet.key.empty()) {
    const auto column = column_of(header, sheet.key);
    if (column) return std::vector{*column};
    return input_error(
        fmt::format("{}:1: found no column \"{}\"; accepted: {}", sheet.file, sheet.key, titles_of(header)));
  }
  std::vector<std::size_t> columns;
  for (const char* title : {"ID", "SIS User ID", "SIS Login ID"}) {
    if (const auto column = column_of(header, title)) columns.push_back(*column);
  }
  return columns;
}

}  // namespace

Result<Filled> fill_canvas(const Sheet& sheet, const Assignment& assignment) {
  const auto rows = read_csv(sheet.text, separator_of(sheet.text), sheet.file);
  if (!rows) return tl::unexpected(rows.error());
  if (rows->empty() || !is_header(rows->front())) {
    return input_error(fmt::format(
        "{}:1: found no header of Canvas's; accepted: the gradebook as Canvas exports it, which begins with Student,ID",
        sheet.file));
  }
  const Row& header = rows->front();
  const auto column = assignment_column(sheet, header, assignment);
  if (!column) return tl::unexpected(column.error());
  if (auto right = right_points(sheet, *rows, *column, assignment); !right) return tl::unexpected(right.error());
  const auto keys = key_columns(sheet, header);
  if (!keys) return tl::unexpected(keys.error());

  std::vector<LearnerRow> learners;
  learners.reserve(rows->size());
  for (auto row = rows->begin() + 1; row != rows->end(); ++row) {
    if (is_about_assignments(*row)) continue;
    LearnerRow learner{
        .row = &*row, .keys = {}, .shown = row->cells[0].value, .cell = cell_in(*row, *column), .refused = ""};
    for (const std::size_t key : *keys) {
      if (const Cell* cell = cell_in(*row, key)) learner.keys.emplace_back(trimmed(cell->value));
    }
    const bool is_excused = learner.cell != nullptr && (learner.cell->value == "EX" || learner.cell->value == "ex");
    if (is_excused) learner.refused = "excused (EX) in the sheet";
    learners.push_back(std::move(learner));
  }
  return fill_rows(sheet.text, learners, assignment);
}

}  // namespace lockstep::sheet
