#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mutation/operators.h"

namespace lockstep::mutation {

/// A line that a mutation changes; both texts without the spaces around them.
struct ChangedLine {
  int line = 0;  ///< 1-based
  std::string before;
  std::string after;

  bool operator==(const ChangedLine&) const = default;
};

/// A file with a fault in it.
struct GeneratedMutant {
  std::string name;              ///< `drop-lock:accounts.cpp:42`; of several in one line, the others end in `#2`, ...
  const Operator* made_by = {};  ///< in the table
  std::string file;
  int line = 0;      ///< 1-based
  std::string text;  ///< of the whole file
  std::vector<ChangedLine> changes;

  /// What becomes of the mutant's own line; where that one stays as it is, of the first that does not.
  [[nodiscard]] const ChangedLine& main_change() const;
};

/// A line's text without the spaces around it.
[[nodiscard]] std::string trimmed(std::string_view line);

/// All mutants of a file, by line. No two have the same text, and none has the file's own.
/// \param file  names it
[[nodiscard]] std::vector<GeneratedMutant> mutants_of(const std::string& file, const std::string& text);

}  // namespace lockstep::mutation
