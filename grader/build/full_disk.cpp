#include "build/full_disk.h"

#include <fcntl.h>
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <system_error>

#include "os/fd.h"
#include "os/temp_dir.h"

namespace lockstep::build {
namespace {

namespace fs = std::filesystem;

/// More than a tool that fails takes away again: the object or program that it could not write to its end.
constexpr off_t kEnoughBytes = 128 << 20;

/// Whether so much can still be written there. Tried, because a user's share can be used up on a disk with room.
bool has_room(const fs::path& dir) {
  const auto place = os::TempDir::make(dir);
  if (!place) return false;
  const os::Fd file(open((place->path() / "room").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
  return file && posix_fallocate(file.get(), 0, kEnoughBytes) == 0;
}

}  // namespace

std::optional<Error> full_disk(std::string_view said, const fs::path& build_dir) {
  constexpr std::array kWords{"No space left on device", "Disk quota exceeded",
                              "Disk full?"};  // the last is mold's guess
  const auto* words = std::find_if(kWords.begin(), kWords.end(),
                                   [&](const char* some) { return said.find(some) != std::string_view::npos; });
  if (words == kWords.end()) return std::nullopt;
  std::error_code no_place;
  for (const fs::path& dir : {build_dir, fs::temp_directory_path(no_place)}) {
    if (has_room(dir)) continue;
    return machine_error(fmt::format("the disk is full: what is built does not fit below {} ({}). Make room, then try "
                                     "again; nothing is lost",
                                     dir.string(), *words))
        .value();
  }
  return std::nullopt;
}

}  // namespace lockstep::build
