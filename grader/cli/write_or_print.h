#pragma once

#include <filesystem>
#include <string>

#include "result/result.h"

namespace lockstep::cli {

/// Writes a text to a file or, for "-", to standard output.
[[nodiscard]] Result<void> write_or_print(const std::filesystem::path& file, const std::string& text);

}  // namespace lockstep::cli
