#pragma once

#include <filesystem>
#include <string_view>

#include "manifest/manifest.h"

namespace lockstep::cli {

/// Where the page of a lab's latest grading is kept.
/// \param build_dir  where the kit builds
[[nodiscard]] inline std::filesystem::path grade_page(const std::filesystem::path& build_dir,
                                                      const Manifest& manifest) {
  return build_dir / "reports" / (manifest.name + ".html");
}

}  // namespace lockstep::cli
