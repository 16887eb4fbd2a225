#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "result/result.h"

namespace lockstep::build {

/// Reads a file that another process may change meanwhile. What is checked is what is read: each folder and the file
/// are opened one from the other, never through a symbolic link, and the open file itself is looked at.
/// \param dir    the submission's folder, which may be a link
/// \param file   relative to `dir`
/// \param limit  the most bytes that it may hold
/// \return its content; nothing where `dir` has no such file; an input error where it, or a folder on the way, is a
///         symbolic link, where it is no regular file, and where it is larger than `limit`.
[[nodiscard]] Result<std::optional<std::string>> read_untrusted_file(const std::filesystem::path& dir,
                                                                     const std::filesystem::path& file,
                                                                     std::uintmax_t limit);

}  // namespace lockstep::build
