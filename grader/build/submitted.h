#pragma once

#include <map>
#include <string>

#include "build/build.h"
#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep::build {

/// A submission's file that is larger than this is refused.
inline constexpr std::uintmax_t kLargestFile = 1 << 20;

/// The text of each file of `manifest.submit` in a submission, by its path in the lab.
/// \return an input error that names a file which is missing, is no regular file or is too large, or the first hunk of
///         the submission's patch that does not apply.
[[nodiscard]] Result<std::map<std::string, std::string>> submitted_files(const Manifest& manifest,
                                                                         const Submission& submission);

}  // namespace lockstep::build
