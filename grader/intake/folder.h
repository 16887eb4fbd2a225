#pragma once

#include <filesystem>

#include "intake/holding.h"
#include "result/result.h"

namespace lockstep::intake {

/// The files below a folder. No link is followed; hidden folders and those of builds are left out.
/// \return an input error when there are too many, or the folder cannot be read.
[[nodiscard]] Result<Holding> open_folder(const std::filesystem::path& dir);

}  // namespace lockstep::intake
