#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "manifest/manifest.h"
#include "manifest/original.h"
#include "result/result.h"

namespace lockstep::cli {

/// A file of `submit`, as it was handed out and as it is.
struct HandedOut {
  std::string name;                ///< relative to the lab's folder
  std::string original;            ///< its text when it was handed out
  std::optional<std::string> now;  ///< its text; nothing when there is no such file

  [[nodiscard]] bool is_changed() const { return now != original; }
};

/// The files of `submit`, in its order.
/// \return an input error when the lab's folder `original` lacks one, an error when one cannot be read.
[[nodiscard]] Result<std::vector<HandedOut>> handed_out(const Manifest& manifest);

/// Makes the files of `submit` as they are now those that are handed out: writes them into `original`.
[[nodiscard]] Result<void> hand_out(const Manifest& manifest);

/// Keeps the files that are there, and changed, in a new folder below `build_dir/backups/LAB`, named by date and time.
/// \return the folder
[[nodiscard]] Result<std::filesystem::path> back_up(const std::filesystem::path& build_dir, const Manifest& manifest,
                                                    const std::vector<HandedOut>& files);

}  // namespace lockstep::cli
