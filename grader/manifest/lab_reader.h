#pragma once

#include <optional>
#include <vector>

#include "manifest/check_reader.h"
#include "manifest/manifest.h"
#include "manifest/table_reader.h"

namespace lockstep::manifest {

/// A lab as it was read, perhaps with mistakes, and what the rules across the file need.
struct LabDraft {
  Manifest lab;               ///< without folder, submit and checks
  std::optional<int> points;  ///< absent when they were a mistake
  int points_line = 0;
  std::vector<LocatedText> submit;
  std::vector<LocatedText> imports;
  std::vector<CheckDraft> checks;
};

/// Reads a `lab.toml`; its mistakes go where `reader` puts them.
[[nodiscard]] LabDraft read_lab(TableReader& reader);

}  // namespace lockstep::manifest
