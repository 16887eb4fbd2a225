#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "result/result.h"

namespace lockstep::cli {

/// Writes several files into a folder, which is made if need be: all of them or, when one cannot be written, none.
/// They are written beside it first and renamed once all are whole, so that no file is ever there in part.
/// \param files  content by name
[[nodiscard]] Result<void> write_together(const std::filesystem::path& dir,
                                          const std::map<std::string, std::string>& files);

}  // namespace lockstep::cli
