#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "page/drawn.h"
#include "result/result.h"

namespace lockstep::cli {

/// Keeps what `./lab plot` drew, for pages of the lab that are made later; it replaces what was kept before.
/// \param build_dir  where the kit builds
/// \param submitted  the files that were measured, by name
[[nodiscard]] Result<void> keep_drawings(const std::filesystem::path& build_dir, const std::string& lab,
                                         const std::map<std::string, std::string>& submitted,
                                         std::span<const page::Drawn> drawings);

/// What was kept of just these files; empty: nothing was.
[[nodiscard]] std::vector<page::Drawn> kept_drawings(const std::filesystem::path& build_dir, const std::string& lab,
                                                     const std::map<std::string, std::string>& submitted);

}  // namespace lockstep::cli
