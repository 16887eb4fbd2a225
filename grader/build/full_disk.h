#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "result/result.h"

namespace lockstep::build {

/// The machine's error when a tool failed because nothing more could be written; nothing when it failed otherwise.
/// Only believed where little room is left: a learner can make the compiler say anything.
/// \param said       the tool's words
/// \param build_dir  where it wrote to, besides the folder for temporary files
[[nodiscard]] std::optional<Error> full_disk(std::string_view said, const std::filesystem::path& build_dir);

}  // namespace lockstep::build
