#pragma once

#include <filesystem>
#include <set>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

#include "build/project.h"
#include "result/result.h"

namespace lockstep::build {

/// Removes from a configured project's build folder what was made of submitted files that are not the same any more:
/// objects, and all programs. Ninja would make them anew anyway; but until then, or where they are not asked for, a
/// submission could read or start what another one, or the solution, has become.
/// \param staged_dir  holds the files that are submitted now
/// Which files the folder was made of is kept beside it, whole: neither a clock nor a hash decides.
[[nodiscard]] Result<void> remove_outdated(const Project& project, const std::filesystem::path& staged_dir,
                                           std::span<const std::string> submit, std::stop_token stop);

/// The objects in what `ninja -t deps` prints.
struct RecordedObjects {
  std::set<std::string> all;       ///< relative to the build folder
  std::set<std::string> outdated;  ///< those that read one of the changed files
};

[[nodiscard]] RecordedObjects recorded_objects(std::string_view text, std::span<const std::string> changed);

}  // namespace lockstep::build
