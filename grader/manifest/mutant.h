#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "lockstep/finding_kind.h"
#include "manifest/manifest.h"
#include "manifest/patch.h"
#include "result/result.h"

namespace lockstep {

/// A wrong submission of the kit's own, and what must catch it: the contents of a `mutant.toml`, checked.
struct Mutant {
  std::string why;                       ///< it is wrong
  std::string base;                      ///< what it differs from: "solution" or "variants/NAME"
  Patch change;                          ///< by what; without files when the mutant has whole files alone
  std::string check;                     ///< id of the check that must fail it
  FindingKind finding{};                 ///< that the check must make
  std::optional<std::string> test_case;  ///< that must be among those failed
};

/// A correct submission built differently from the solution: the contents of a `variant.toml`, checked.
struct Variant {
  std::string why;  ///< it is there
};

/// The name of the patch in a mutant's folder.
inline constexpr std::string_view kPatchFile = "change.patch";

/// A mutant that changes more lines of its base than this, or has whole files, must say `large = true`.
inline constexpr int kLargeChange = 12;

/// Reads `dir/mutant.toml` and `dir/change.patch`. The folder holds besides just whole files of `manifest.submit`,
/// which take the place of the base's and are not in the patch; the variants that it can be based on are in
/// `dir/../../variants`.
/// \return an input error that lists every mistake as `read_manifest` does.
[[nodiscard]] Result<Mutant> read_mutant(const std::filesystem::path& dir, const Manifest& manifest);

/// Reads `dir/variant.toml`. The folder holds besides just files of `manifest.submit`: those that differ from the
/// solution's.
[[nodiscard]] Result<Variant> read_variant(const std::filesystem::path& dir, const Manifest& manifest);

}  // namespace lockstep
