#include "os/temp_dir.h"

#include <fmt/core.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace lockstep::os {
namespace {

namespace fs = std::filesystem;

/// A folder that its owner may not enter cannot be emptied: a program may have left such ones.
void open_up(const fs::path& dir) {
  std::error_code ignored;
  fs::permissions(dir, fs::perms::owner_all, fs::perm_options::add, ignored);
  for (fs::directory_iterator entry(dir, ignored), end; entry != end; entry.increment(ignored)) {
    if (entry->symlink_status(ignored).type() == fs::file_type::directory) open_up(entry->path());
  }
}

void remove_tree(const fs::path& dir) {
  if (dir.empty()) return;
  std::error_code failed;
  fs::remove_all(dir, failed);
  if (!failed) return;
  open_up(dir);
  fs::remove_all(dir, failed);
}

}  // namespace

Result<TempDir> TempDir::make(const fs::path& parent) {
  std::error_code no_place;
  const fs::path above = parent.empty() ? fs::temp_directory_path(no_place) : parent;
  std::string name = (no_place ? fs::path("/tmp") : above) / "lockstep-XXXXXX";
  if (mkdtemp(name.data()) == nullptr) {
    return machine_error(
        fmt::format("cannot make a folder in {}: {}", above.string(), std::generic_category().message(errno)));
  }
  return TempDir(name);
}

TempDir::TempDir(TempDir&& other) noexcept : path_(std::exchange(other.path_, {})) {}

TempDir& TempDir::operator=(TempDir&& other) noexcept {
  if (this != &other) {
    remove_tree(path_);
    path_ = std::exchange(other.path_, {});
  }
  return *this;
}

TempDir::~TempDir() { remove_tree(path_); }

}  // namespace lockstep::os
