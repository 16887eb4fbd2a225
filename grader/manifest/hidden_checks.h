#pragma once

#include <filesystem>

#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep {

/// Reads `dir/checks.toml`, the hidden checks of a lab: [[check]] tables as in `lab.toml`, of the kinds tests, tsan,
/// asan and explorer. Their programs are those of `dir/CMakeLists.txt`; `of` means hidden checks.
/// \param lab  as `read_manifest` gives it
/// \return the lab with the hidden checks behind its own, worth so many points more; or an input error that lists
///         every mistake of the file, as `read_manifest` does.
[[nodiscard]] Result<Manifest> with_hidden_checks(Manifest lab, const std::filesystem::path& dir);

}  // namespace lockstep
