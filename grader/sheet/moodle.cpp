#include <fmt/core.h>

#include <algorithm>
#include <cctype>

#include "report/points_text.h"
#include "sheet/fill.h"
#include "sheet/learner_rows.h"

namespace lockstep::sheet {
namespace {

// The form is that which mod/assign/feedback/offline/importgradeslib.php of Moodle reads: see docs/sheets.md.

/// "12345" of "Participant 12345", whatever the word before it is in the site's language.
std::string number_at_end(std::string_view identifier) {
  std::size_t begin = identifier.size();
  while (begin > 0 && std::isdigit(static_cast<unsigned char>(identifier[begin - 1])) != 0) --begin;
  return std::string(identifier.substr(begin));
}

struct Columns {
  std::size_t key = 0;
  std::size_t grade = 0;
  bool own_key = false;  ///< named by --key: no other column has a learner's name
};

Result<Columns> columns_of(const Sheet& sheet, const Row& header, const Assignment& assignment) {
  const std::string grade_title = assignment.column.empty() ? "Grade" : assignment.column;
  const std::string key_title = sheet.key.empty() ? "Identifier" : std::string(sheet.key);
  const auto grade = column_of(header, grade_title);
  const auto key = column_of(header, key_title);
  if (grade && key) return Columns{.key = *key, .grade = *grade, .own_key = !sheet.key.empty()};
  return input_error(fmt::format(
      "{}:1: found no column \"{}\"; accepted: a grading worksheet as Moodle exports it. Where its titles are not in "
      "English, name its columns: --key for that of the participants (Identifier), --column for that of the grades "
      "(Grade). The sheet has {}",
      sheet.file, key ? grade_title : key_title, titles_of(header)));
}

Result<void> right_maximum(const Sheet& sheet, const std::vector<Row>& rows, const Assignment& assignment) {
  const auto column = column_of(rows.front(), "Maximum Grade");
  for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
    const Cell* maximum = cell_in(*row, column);
    const auto points = maximum == nullptr ? std::nullopt : number_in(maximum->value);
    if (!points || *points == assignment.worth) continue;
    return input_error(fmt::format(
        "{0}:{1}: found a maximum grade of {2}; {3} is worth {4} here. Set worth = {2} for it in the course file, or "
        "{4} "
        "points in Moodle",
        sheet.file, row->line, report::points_text(*points), assignment.lab, report::points_text(assignment.worth)));
  }
  return {};
}

std::vector<std::string> keys_of(const Row& header, const Row& row, const Columns& columns) {
  const Cell* identifier = cell_in(row, columns.key);
  std::vector<std::string> keys;
  if (identifier != nullptr) keys.push_back(identifier->value);
  if (identifier != nullptr) keys.push_back(number_at_end(identifier->value));
  if (columns.own_key) return keys;
  for (const char* title : {"ID number", "Email address"}) {
    if (const Cell* cell = cell_in(row, column_of(header, title))) keys.push_back(cell->value);
  }
  return keys;
}

}  // namespace

Result<Filled> fill_moodle(const Sheet& sheet, const Assignment& assignment) {
  const auto rows = read_csv(sheet.text, ',', sheet.file);
  if (!rows) return tl::unexpected(rows.error());
  if (rows->empty())
    return input_error(fmt::format("{}:1: found nothing; accepted: a grading worksheet of Moodle", sheet.file));
  const Row& header = rows->front();
  const auto columns = columns_of(sheet, header, assignment);
  if (!columns) return tl::unexpected(columns.error());
  if (auto right = right_maximum(sheet, *rows, assignment); !right) return tl::unexpected(right.error());

  const auto changeable = column_of(header, "Grade can be changed");
  std::vector<LearnerRow> learners;
  learners.reserve(rows->size());
  for (auto row = rows->begin() + 1; row != rows->end(); ++row) {
    const bool is_empty = row->cells.size() == 1 && row->cells[0].value.empty();
    if (is_empty) continue;
    const Cell* key = cell_in(*row, columns->key);
    const Cell* may = cell_in(*row, changeable);
    learners.push_back(
        {.row = &*row,
         .keys = keys_of(header, *row, *columns),
         .shown = key == nullptr ? fmt::format("line {}", row->line) : key->value,
         .cell = cell_in(*row, columns->grade),
         .refused = may != nullptr && may->value == "No" ? "Moodle says that its grade cannot be changed" : ""});
  }
  return fill_rows(sheet.text, learners, assignment);
}

}  // namespace lockstep::sheet
