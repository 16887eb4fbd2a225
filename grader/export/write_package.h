#pragma once

#include <filesystem>

#include "export/package.h"
#include "result/result.h"

namespace lockstep::exported {

/// Writes a package as a folder: all of it or, when something fails, nothing. It is written beside its place, and takes
/// it once it is whole. Everybody may read the files.
/// \param dir  must not exist, or be an empty folder; an input error else
[[nodiscard]] Result<void> write_package(const std::filesystem::path& dir, const Package& package);

}  // namespace lockstep::exported
