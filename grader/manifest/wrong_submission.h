#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "manifest/manifest.h"
#include "manifest/mistakes.h"
#include "manifest/patch.h"
#include "result/result.h"

// What the readers of `mutant.toml` and `attack.toml` share.
namespace lockstep::manifest {

/// The check of a lab that has this id; null when none has.
[[nodiscard]] const Check* find_check(const Manifest& lab, std::string_view id);
[[nodiscard]] std::vector<std::string> ids_of_checks(const Manifest& lab);

/// The names of all kinds of finding.
[[nodiscard]] std::vector<std::string> finding_kinds();

/// What a wrong submission of the lab whose solution is in `solution` can differ from: "solution", "variants/NAME".
[[nodiscard]] std::vector<std::string> bases_in(const std::filesystem::path& solution);

/// The patch in a folder; one without files when there is none.
[[nodiscard]] Result<Patch> patch_in(const std::filesystem::path& dir, const Manifest& lab);

/// The error of the patch joins those of the description. \pre one of them has one
[[nodiscard]] tl::unexpected<Error> joined(const Mistakes& mistakes, const Result<Patch>& change);

}  // namespace lockstep::manifest
