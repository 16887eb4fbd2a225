#include "os/file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/random.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <system_error>

#include "os/fd.h"

namespace lockstep::os {
namespace {

tl::unexpected<Error> failed(const char* what, const std::filesystem::path& path) {
  const int code = errno;
  return machine_error(fmt::format("cannot {} {}: {}{}", what, path.string(), std::generic_category().message(code),
                                   code == ENOSPC ? "; the disk is full, make room there" : ""));
}

bool write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(fd, text.data(), text.size());
    if (written < 0 && errno != EINTR) return false;
    text.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
  }
  return true;
}

/// A new file beside `path`, with the permissions that any new file gets.
Fd make_draft(const std::filesystem::path& path, std::string& name) {
  Fd fd;
  do {
    std::uint64_t random = 0;
    if (getrandom(&random, sizeof random, 0) < 0) return fd;
    name = fmt::format("{}.{:016x}", path.string(), random);
    fd.reset(open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  } while (!fd && errno == EEXIST);
  return fd;
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path) {
  const Fd fd(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd) return failed("read", path);
  std::string text;
  std::array<char, 1 << 16> part{};
  for (;;) {
    const ssize_t got = read(fd.get(), part.data(), part.size());
    if (got == 0) return text;
    if (got < 0 && errno != EINTR) return failed("read", path);
    if (got > 0) text.append(part.data(), static_cast<std::size_t>(got));
  }
}

Result<void> write_file(const std::filesystem::path& path, std::string_view text) {
  std::error_code no_folder;
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), no_folder);
  std::string draft;
  const Fd fd = make_draft(path, draft);
  if (!fd) return failed("write", path);
  if (write_all(fd.get(), text) && rename(draft.c_str(), path.c_str()) == 0) return {};
  auto error = failed("write", path);
  unlink(draft.c_str());
  return error;
}

}  // namespace lockstep::os
