// Sheets as platforms export them, and texts on their way into a sheet of the kit's own.

#include <string>

#include "input.h"
#include "sheet/csv.h"
#include "sheet/fill.h"

using namespace lockstep;

namespace {

void require_filled_right(std::string_view text, const Result<sheet::Filled>& filled) {
  if (!filled) return;
  fuzz::require(filled->filled <= 2, "no more cells are filled than there are marks");
  if (filled->filled == 0) fuzz::require(filled->text == text, "without a mark the sheet comes back byte for byte");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  for (const char separator : {',', ';'}) {
    const auto rows = sheet::read_csv(text, separator, "sheet.csv");
    if (!rows) continue;
    std::size_t behind = 0;
    for (const sheet::Row& row : *rows) {
      fuzz::require(!row.cells.empty(), "a row has a cell");
      for (const sheet::Cell& cell : row.cells) {
        fuzz::require(behind <= cell.begin && cell.begin <= cell.end && cell.end <= text.size(), "cells are in order");
        behind = cell.end;
      }
    }
    fuzz::require(sheet::with_changes(text, {}) == text, "without changes a sheet is as it was");
  }
  const sheet::Assignment marks{.lab = "Grade", .column = "", .worth = 100, .points = {{"1", 82.5}, {"ada", 7}}};
  require_filled_right(text, sheet::fill_canvas({.text = text, .file = "sheet.csv", .key = ""}, marks));
  require_filled_right(text, sheet::fill_moodle({.text = text, .file = "sheet.csv", .key = ""}, marks));

  const std::string cell = sheet::cell_text(text);
  const auto read = sheet::read_csv(cell + ",end\n", ',', "own.csv");
  fuzz::require(read && read->size() == 1 && read->front().cells.size() == 2, "what is written is one cell");
  const std::string& value = read->front().cells.front().value;
  const auto first = value.find_first_not_of(' ');
  fuzz::require(first == std::string::npos || std::string_view("=+-@").find(value[first]) == std::string_view::npos,
                "what is written is no formula");
  return 0;
}
