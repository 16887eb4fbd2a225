#pragma once

#include <string>
#include <vector>

#include "manifest/mutant.h"
#include "manifest/table_reader.h"

namespace lockstep::manifest {

/// Reads the keys of a `mutant.toml`; their mistakes go where `reader` puts them.
/// \param bases  that there are
[[nodiscard]] Mutant read_mutant(TableReader& reader, const Manifest& lab, const std::vector<std::string>& bases);

/// Reads the keys of a `variant.toml`; likewise.
[[nodiscard]] Variant read_variant(TableReader& reader);

}  // namespace lockstep::manifest
