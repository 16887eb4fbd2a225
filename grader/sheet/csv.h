#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "result/result.h"

namespace lockstep::sheet {

/// A cell of a sheet, and where it stands in the text.
struct Cell {
  std::string value;      ///< without its quotation marks
  std::size_t begin = 0;  ///< in the text, quotation marks included
  std::size_t end = 0;    ///< one past its last character
  bool quoted = false;
};

struct Row {
  std::vector<Cell> cells;  ///< one at least
  int line = 0;             ///< on which it begins; 1-based
};

/// Reads a text of comma-separated values as RFC 4180 has it: cells in quotation marks may hold separators, line ends
/// and doubled quotation marks; lines end in CR LF or LF. A byte order mark of UTF-8 is no part of the first cell.
/// Empty lines are rows of one empty cell.
/// \param file  names the text in messages
/// \return an input error for a text of UTF-16, one with a NUL, or a quotation mark that is not closed.
[[nodiscard]] Result<std::vector<Row>> read_csv(std::string_view text, char separator, std::string_view file);

/// The separator of a sheet: a semicolon where the first rows have as many of them, one at least, and more than commas;
/// else a comma.
[[nodiscard]] char separator_of(std::string_view text);

/// A text with the value of a cell replaced; all else is as it was. The cell keeps its quotation marks.
struct Change {
  const Cell* cell = nullptr;
  std::string value;  ///< without quotation marks, separators and line ends
};
[[nodiscard]] std::string with_changes(std::string_view text, const std::vector<Change>& changes);

/// A text from outside as a cell of a sheet of our own: on one line, in quotation marks where it needs them, and behind
/// an apostrophe where a spreadsheet would take it for a formula.
[[nodiscard]] std::string cell_text(std::string_view text);

}  // namespace lockstep::sheet
