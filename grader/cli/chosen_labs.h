#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep::cli {

/// The manifests of the lab that was named, or of all labs when none was; an input error lists the labs there are.
[[nodiscard]] Result<std::vector<Manifest>> chosen_labs(const std::filesystem::path& root,
                                                        const std::optional<std::string>& name);

}  // namespace lockstep::cli
