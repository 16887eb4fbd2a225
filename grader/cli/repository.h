#pragma once

#include <filesystem>

namespace lockstep::cli {

/// Where a folder lies in its repository: the nearest folder around it, or itself, that holds `.git` or is the
/// workspace of GitHub Actions, where a checkout made without git has none. "." for the repository's own folder.
/// \return its absolute path where no repository is around it.
[[nodiscard]] std::filesystem::path path_in_repository(const std::filesystem::path& dir);

}  // namespace lockstep::cli
