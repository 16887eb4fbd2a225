#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "result/result.h"

namespace lockstep::sheet {

/// What goes into the column of one assignment.
struct Assignment {
  std::string lab;                                      ///< "03-locks"
  std::string column;                                   ///< the title of its column; empty: the lab's name
  double worth = 0;                                     ///< points; the column must be of as many
  std::map<std::string, std::optional<double>> points;  ///< by learner; nothing: no mark, and the cell stays as it is
};

/// A platform's sheet with marks in it.
struct Filled {
  std::string text;                        ///< byte for byte the sheet but for the cells that were filled
  int filled = 0;                          ///< cells that have a mark now
  int replaced = 0;                        ///< of them, those that had another one
  std::vector<std::string> left_alone;     ///< learners with a mark whose cell was not filled, and why
  std::vector<std::string> only_in_sheet;  ///< learners that the gradebook does not have
  std::vector<std::string> only_in_book;   ///< learners with a mark that the sheet does not have
};

/// A sheet as its platform exported it.
struct Sheet {
  std::string_view text;
  std::string_view file;  ///< names it in messages
  std::string_view key;   ///< the title of the column that has the learners as the gradebook has them; empty: see below
};

/// Fills the gradebook that Canvas exports. A learner is a row whose `ID`, `SIS User ID` or `SIS Login ID` is just the
/// learner's name in the gradebook. A column is meant by its whole title, with or without the "(123)" at the end.
/// \return an input error where the sheet is none of Canvas's, the column is missing, read only, or of other points.
[[nodiscard]] Result<Filled> fill_canvas(const Sheet& sheet, const Assignment& assignment);

/// Fills the grading worksheet of one Moodle assignment. A learner is a row whose `Identifier`, or the number in it,
/// or whose `ID number` or `Email address` is just the learner's name. `column` and `key` are the titles of the columns
/// where the site's language is not English.
[[nodiscard]] Result<Filled> fill_moodle(const Sheet& sheet, const Assignment& assignment);

}  // namespace lockstep::sheet
