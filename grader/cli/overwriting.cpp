#include "cli/overwriting.h"

#include <fmt/core.h>

#include <system_error>

#include "os/file.h"

namespace lockstep::cli {

Result<void> refuse_to_overwrite(const std::map<std::string, std::string>& files, const std::filesystem::path& out) {
  for (const auto& [name, text] : files) {
    const std::filesystem::path file = out / name;
    std::error_code failed;
    const bool is_there = std::filesystem::exists(std::filesystem::symlink_status(file, failed));
    if (!is_there || os::read_file(file).value_or("") == text) continue;
    return input_error(fmt::format(
        "{} is there already, and differs. Take another folder (--out DIR), or say --overwrite.", file.string()));
  }
  return {};
}

}  // namespace lockstep::cli
