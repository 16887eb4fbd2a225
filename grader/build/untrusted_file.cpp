#include "build/untrusted_file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "os/fd.h"

namespace lockstep::build {
namespace {

namespace fs = std::filesystem;

/// Opens what `name` is in the open folder `above`. O_NONBLOCK: a pipe without a writer must not block.
os::Fd open_in(int above, const char* name) {
  return os::Fd(openat(above, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
}

/// Why `name` could not be opened; nothing when it is not there.
Result<std::optional<std::string>> not_opened(int above, const char* name, const fs::path& path) {
  const int code = errno;
  struct stat info {};
  const bool is_link = fstatat(above, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(info.st_mode);
  if (code == ELOOP || is_link) return input_error(path.string() + " is a symbolic link; submit a regular file");
  if (code == ENOENT || code == ENOTDIR) return std::optional<std::string>();
  if (code == ENXIO) return input_error(path.string() + " is no regular file");  // a socket
  return input_error(fmt::format("cannot read {}: {}", path.string(), std::generic_category().message(code)));
}

/// At most one byte more than `limit`: the file may grow while it is read.
Result<std::string> read_up_to(int fd, std::uintmax_t limit, const fs::path& path) {
  std::string text;
  std::array<char, 1 << 16> part{};
  while (text.size() <= limit) {
    const ssize_t got = read(fd, part.data(), part.size());
    if (got == 0) break;
    if (got < 0 && errno != EINTR) {
      return machine_error(fmt::format("cannot read {}: {}", path.string(), std::generic_category().message(errno)));
    }
    if (got > 0) text.append(part.data(), static_cast<std::size_t>(got));
  }
  return text;
}

}  // namespace

Result<std::optional<std::string>> read_untrusted_file(const fs::path& dir, const fs::path& file,
                                                       std::uintmax_t limit) {
  os::Fd opened(open(dir.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened) return std::optional<std::string>();
  fs::path path = dir;
  for (const fs::path& part : file) {
    path /= part;
    os::Fd next = open_in(opened.get(), part.c_str());
    if (!next) return not_opened(opened.get(), part.c_str(), path);
    opened = std::move(next);
  }
  struct stat info {};
  if (fstat(opened.get(), &info) != 0 || !S_ISREG(info.st_mode)) {
    return input_error(path.string() + " is no regular file");
  }
  auto text = read_up_to(opened.get(), limit, path);
  if (!text) return tl::unexpected(text.error());
  if (text->size() > limit) {
    return input_error(fmt::format("{} is too large: {} bytes, at most {} are accepted", path.string(),
                                   std::max<std::uintmax_t>(static_cast<std::uintmax_t>(info.st_size), text->size()),
                                   limit));
  }
  return std::optional(std::move(*text));
}

}  // namespace lockstep::build
