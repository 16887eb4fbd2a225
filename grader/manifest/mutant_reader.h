#pragma once

#include <string>
#include <vector>

#include "manifest/mutant.h"
#include "manifest/table_reader.h"

namespace lockstep::manifest {

/// A mutant as it was read, perhaps with mistakes.
struct MutantDraft {
  Mutant mutant;
  bool large = false;  ///< it says that its change is
};

/// Reads the keys of a `mutant.toml`; their mistakes go where `reader` puts them.
/// \param bases  that there are
[[nodiscard]] MutantDraft read_mutant(TableReader& reader, const Manifest& lab, const std::vector<std::string>& bases);

/// Reads the keys of a `variant.toml`; likewise.
[[nodiscard]] Variant read_variant(TableReader& reader);

}  // namespace lockstep::manifest
