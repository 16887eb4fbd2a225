#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "book/book.h"
#include "result/result.h"

namespace lockstep::cli {

enum class Platform { kCanvas, kMoodle };

/// Which sheet is to be filled with what.
struct SheetRequest {
  Platform platform{};
  std::filesystem::path sheet;  ///< as the platform exported it
  std::filesystem::path out;    ///< may be the same file
  std::string column;           ///< the title of the one lab's column; empty: what the course file or the lab is called
  std::string key;              ///< the title of the column that has the learners; empty: the platform's own
};

/// Fills the sheet with the book's marks and writes it. \return what was done, for the terminal; or an input error that
/// says why nothing was written
[[nodiscard]] Result<std::string> fill_sheet(const book::Book& book, const SheetRequest& request);

}  // namespace lockstep::cli
