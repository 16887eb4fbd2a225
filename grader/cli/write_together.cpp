#include "cli/write_together.h"

#include <fmt/core.h>

#include <system_error>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::cli {

Result<void> write_together(const std::filesystem::path& dir, const std::map<std::string, std::string>& files) {
  std::error_code failed;
  std::filesystem::create_directories(dir, failed);
  if (failed) return machine_error(fmt::format("cannot make the folder {}: {}", dir.string(), failed.message()));
  for (const auto& [name, text] : files) {
    if (std::filesystem::is_directory(dir / name, failed)) {
      return input_error(fmt::format("cannot write {}: there is a folder of this name", (dir / name).string()));
    }
  }
  const auto drafts = os::TempDir::make(dir);
  if (!drafts) return tl::unexpected(drafts.error());
  for (const auto& [name, text] : files) {
    if (auto written = os::write_file(drafts->path() / name, text); !written) return written;
  }
  for (const auto& [name, text] : files) {
    std::filesystem::rename(drafts->path() / name, dir / name, failed);
    if (failed) return machine_error(fmt::format("cannot write {}: {}", (dir / name).string(), failed.message()));
  }
  return {};
}

}  // namespace lockstep::cli
