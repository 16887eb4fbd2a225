#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "result/result.h"

namespace lockstep::os {

/// The whole content of a file.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path);

/// Puts `text` into a file, in place of what it held. A reader sees the old content or the new, never a part, whatever
/// happens meanwhile. Makes the folders above it.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& path, std::string_view text);

}  // namespace lockstep::os
