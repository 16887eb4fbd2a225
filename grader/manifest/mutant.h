#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "lockstep/finding_kind.h"
#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep {

/// A wrong submission of the kit's own, and what must catch it: the contents of a `mutant.toml`, checked.
struct Mutant {
  std::string why;                       ///< it is wrong
  std::string check;                     ///< id of the check that must fail it
  FindingKind finding{};                 ///< that the check must make
  std::optional<std::string> test_case;  ///< that must be among those failed
};

/// A correct submission built differently from the solution: the contents of a `variant.toml`, checked.
struct Variant {
  std::string why;  ///< it is there
};

/// Reads `dir/mutant.toml`. The folder holds besides just files of `manifest.submit`: those that differ from the
/// solution's.
/// \return an input error that lists every mistake as `read_manifest` does.
[[nodiscard]] Result<Mutant> read_mutant(const std::filesystem::path& dir, const Manifest& manifest);

/// Reads `dir/variant.toml`; likewise.
[[nodiscard]] Result<Variant> read_variant(const std::filesystem::path& dir, const Manifest& manifest);

}  // namespace lockstep
