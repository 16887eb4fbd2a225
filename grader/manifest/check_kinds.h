#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/manifest.h"
#include "manifest/table_reader.h"

namespace lockstep::manifest {

/// The kinds of check as the manifest spells them.
[[nodiscard]] const std::vector<std::string>& check_kinds();

/// Those that hidden checks may have.
[[nodiscard]] const std::vector<std::string>& hidden_check_kinds();

/// Reads the keys of a check that belong to its kind.
/// \param points  of the check; absent when they were a mistake
/// \pre kind is one of `check_kinds()`
[[nodiscard]] CheckSettings read_settings(std::string_view kind, TableReader& check, std::optional<int> points);

}  // namespace lockstep::manifest
