#pragma once

#include <filesystem>

namespace lockstep::cli {

/// A path as a person writes it in the current folder; whole when it leads elsewhere.
[[nodiscard]] std::filesystem::path path_from_here(const std::filesystem::path& path);

}  // namespace lockstep::cli
