#include "os/file_lock.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace lockstep::os {
namespace {

Result<Fd> open_lock(const std::filesystem::path& path) {
  std::error_code failed;
  std::filesystem::create_directories(path.parent_path(), failed);
  Fd fd(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (!fd) return machine_error(fmt::format("cannot write {}: {}", path.string(), std::strerror(errno)));
  return fd;
}

}  // namespace

Result<FileLock> FileLock::wait(const std::filesystem::path& path) {
  auto fd = open_lock(path);
  if (!fd) return tl::unexpected(fd.error());
  while (flock(fd->get(), LOCK_EX) != 0) {
    if (errno != EINTR) return machine_error(fmt::format("cannot lock {}: {}", path.string(), std::strerror(errno)));
  }
  return FileLock(std::move(*fd));
}

Result<std::optional<FileLock>> FileLock::try_take(const std::filesystem::path& path) {
  auto fd = open_lock(path);
  if (!fd) return tl::unexpected(fd.error());
  if (flock(fd->get(), LOCK_EX | LOCK_NB) == 0) return std::optional(FileLock(std::move(*fd)));
  if (errno == EWOULDBLOCK) return std::optional<FileLock>();
  return machine_error(fmt::format("cannot lock {}: {}", path.string(), std::strerror(errno)));
}

}  // namespace lockstep::os
