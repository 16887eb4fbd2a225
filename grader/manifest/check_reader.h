#pragma once

#include <optional>
#include <string>
#include <vector>

#include "manifest/manifest.h"
#include "manifest/table_reader.h"

namespace lockstep::manifest {

/// A check as it was read, perhaps with mistakes, and the places that the rules across the file need.
struct CheckDraft {
  Check check;
  std::optional<int> points;  ///< absent when they were a mistake
  bool kind_known = false;
  int id_line = 0;
  int program_line = 0;
  int cases_line = 0;
  int of_line = 0;
  int read_line = 0;
};

/// Reads a [[check]]; its mistakes go where `reader` puts them.
/// \param kinds  that are accepted; some of `check_kinds()`
[[nodiscard]] CheckDraft read_check(TableReader& reader, const std::vector<std::string>& kinds);

}  // namespace lockstep::manifest
