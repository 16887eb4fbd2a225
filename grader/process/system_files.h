#pragma once

#include <filesystem>
#include <vector>

#include "process/sandbox.h"

namespace lockstep::process {

/// What every program may read: compilers, libraries, and the links that lead to them. Only what is there.
[[nodiscard]] std::vector<std::filesystem::path> system_files();

/// `folders` without the `hidden` ones below them, for a sandbox that can only allow: where something below a folder is
/// hidden, its other entries stand in its place.
[[nodiscard]] std::vector<std::filesystem::path> without_hidden(const std::vector<std::filesystem::path>& folders,
                                                                const std::vector<std::filesystem::path>& hidden);

}  // namespace lockstep::process
