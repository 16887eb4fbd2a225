#pragma once

#include <string>

#include "book/book.h"

namespace lockstep::book {

/// The marks as comma-separated values (docs/sheets.md): a row a learner, a column a lab, and the total. A learner's
/// name is no formula in any spreadsheet. Lines end in LF.
[[nodiscard]] std::string marks_csv(const Book& book);

/// Every attempt, a row each, with what became of it. Likewise.
[[nodiscard]] std::string attempts_csv(const Book& book);

}  // namespace lockstep::book
