#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "result/result.h"

namespace lockstep::cli {

/// The hints of a lab, in order: the files of `lab_dir/hints` by name, cut at each line that starts with "## ".
/// A file's first line, "# Part 1: …", is put before each of its hints.
[[nodiscard]] Result<std::vector<std::string>> read_hints(const std::filesystem::path& lab_dir);

}  // namespace lockstep::cli
