#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "result/result.h"

namespace lockstep::cli {

/// An input error that names a file of the folder which is there with another content than it would get.
/// \param files  content by name
[[nodiscard]] Result<void> refuse_to_overwrite(const std::map<std::string, std::string>& files,
                                               const std::filesystem::path& out);

}  // namespace lockstep::cli
