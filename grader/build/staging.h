#pragma once

#include <filesystem>

#include "build/build.h"
#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep::build {

/// Where hidden tests lie in a staged lab.
inline constexpr const char* kHiddenFolder = "hidden";

/// Makes `dir` a copy of the lab with the submission's files in place of the kit's own. A file whose content is as it
/// should be is not touched, so that what was built from it stays valid; a file that should not be there is removed.
/// \param hidden  the folder of the lab's hidden tests, which become `dir/hidden`; empty: none are there
/// \return the errors of `submitted_files`.
[[nodiscard]] Result<void> stage(const Manifest& manifest, const Submission& submission,
                                 const std::filesystem::path& hidden, const std::filesystem::path& dir);

}  // namespace lockstep::build
