#include "export/write_package.h"

#include <fmt/core.h>

#include <system_error>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::exported {
namespace {

namespace fs = std::filesystem;

Result<void> refuse_what_is_there(const fs::path& dir) {
  std::error_code failed;
  const fs::file_status status = fs::symlink_status(dir, failed);
  if (status.type() == fs::file_type::not_found) return {};
  if (status.type() != fs::file_type::directory) {
    return input_error(
        fmt::format("{} is there, and is no folder; accepted: a new folder, or an empty one", dir.string()));
  }
  if (fs::is_empty(dir, failed) && !failed) return {};
  return input_error(fmt::format("{} is not empty; accepted: a new folder, or an empty one", dir.string()));
}

Result<void> write_files(const fs::path& draft, const Package& package) {
  constexpr auto kRead =
      fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read | fs::perms::others_read;
  constexpr auto kRun = fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
  for (const auto& [path, file] : package) {
    if (auto written = os::write_file(draft / path, file.text); !written) return written;
    std::error_code failed;
    fs::permissions(draft / path, file.executable ? kRead | kRun : kRead, failed);
    if (failed) return machine_error(fmt::format("cannot write {}: {}", path, failed.message()));
  }
  return {};
}

}  // namespace

Result<void> write_package(const fs::path& dir, const Package& package) {
  fs::path place = fs::absolute(dir).lexically_normal();
  if (!place.has_filename()) place = place.parent_path();
  if (auto free = refuse_what_is_there(place); !free) return free;
  std::error_code failed;
  if (!fs::is_directory(place.parent_path(), failed)) {
    return input_error(
        fmt::format("there is no folder {} to make {} in", place.parent_path().string(), place.filename().string()));
  }
  const auto beside = os::TempDir::make(place.parent_path());
  if (!beside) return tl::unexpected(beside.error());
  const fs::path draft = beside->path() / "draft";
  if (auto written = write_files(draft, package); !written) return written;
  fs::rename(draft, place, failed);
  if (failed) return machine_error(fmt::format("cannot make {}: {}", place.string(), failed.message()));
  return {};
}

}  // namespace lockstep::exported
