#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sheet/csv.h"
#include "sheet/fill.h"

namespace lockstep::sheet {

/// The column of that title in the header; nothing where there is none.
[[nodiscard]] std::optional<std::size_t> column_of(const Row& header, std::string_view title);

/// The titles of a header in quotation marks, with commas between; at most 40.
[[nodiscard]] std::string titles_of(const Row& header);

/// The cell of a row in a column; null where the row ends before it.
[[nodiscard]] const Cell* cell_in(const Row& row, std::optional<std::size_t> column);

/// The number in a cell, which may have a comma as its decimal point; nothing where it is none.
[[nodiscard]] std::optional<double> number_in(std::string_view value);

/// A row of a learner, the names that it has, and its cell for the mark.
struct LearnerRow {
  const Row* row = nullptr;
  std::vector<std::string> keys;  ///< any of which may be the learner's in the gradebook; empty ones are none
  std::string shown;              ///< what a person calls it
  const Cell* cell = nullptr;     ///< null: the row ends before it
  std::string refused;            ///< why the cell must not be filled; empty: it may
};

/// Puts each mark into the one row that has its learner's name. What has none, or several, is told and not filled.
[[nodiscard]] Filled fill_rows(std::string_view text, const std::vector<LearnerRow>& rows,
                               const Assignment& assignment);

}  // namespace lockstep::sheet
