#pragma once

#include <filesystem>
#include <vector>

namespace lockstep::manifest {

/// What a folder holds, sorted; empty when it cannot be read.
[[nodiscard]] std::vector<std::filesystem::path> entries_in(const std::filesystem::path& dir);

/// All that is in a folder and the folders below it and is no folder itself, sorted; relative to `dir`.
[[nodiscard]] std::vector<std::filesystem::path> files_below(const std::filesystem::path& dir);

[[nodiscard]] bool is_file(const std::filesystem::path& path);
[[nodiscard]] bool is_folder(const std::filesystem::path& path);

}  // namespace lockstep::manifest
