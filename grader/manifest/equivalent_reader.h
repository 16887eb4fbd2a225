#pragma once

#include <vector>

#include "manifest/equivalent.h"
#include "manifest/table_reader.h"

namespace lockstep::manifest {

/// Reads the keys of an `equivalent.toml`; their mistakes go where `reader` puts them.
[[nodiscard]] std::vector<EquivalentMutant> read_equivalents(TableReader& reader);

}  // namespace lockstep::manifest
