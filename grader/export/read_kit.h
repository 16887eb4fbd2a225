#pragma once

#include <filesystem>
#include <span>

#include "export/package.h"
#include "export/platforms.h"
#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep::exported {

/// The kit with these labs as they are handed out, whatever was made of their files since: each file of `submit` is the
/// one in the lab's folder `original`. Paths are those of the checkout. With the pages for learners where the platform
/// hands the files to learners, and with the labs' hidden checks where their manifests have them.
/// \return an input error when a file is missing, or when a lab would be handed out with a solution in it.
[[nodiscard]] Result<Package> read_kit(const std::filesystem::path& root, std::span<const Manifest> labs,
                                       const Platform& platform);

/// The files that only the platform has, not yet filled in.
[[nodiscard]] Result<Package> read_templates(const std::filesystem::path& root, const Platform& platform);

}  // namespace lockstep::exported
