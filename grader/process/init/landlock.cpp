#include "process/init/landlock.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

// Written out here since the headers of Debian 12 know less than newer kernels do: linux/landlock.h,
// Documentation/userspace-api/landlock.rst.
namespace lockstep::process {
namespace {

struct RulesetAttributes {
  std::uint64_t handled_files;
  std::uint64_t handled_network;  // since version 4
  std::uint64_t scoped;           // since version 6
};
struct [[gnu::packed]] PathBeneath {
  std::uint64_t allowed;
  std::int32_t parent_fd;
};

constexpr int kRulePathBeneath = 1;
constexpr unsigned kAskVersion = 1;

constexpr std::uint64_t bit(int n) { return 1ULL << n; }
constexpr std::uint64_t kExecute = bit(0), kWriteFile = bit(1), kReadFile = bit(2), kReadFolder = bit(3);
constexpr std::uint64_t kTruncate = bit(14);
constexpr std::uint64_t kMayRead = kExecute | kReadFile | kReadFolder;
constexpr std::uint64_t kForFiles = kExecute | kWriteFile | kReadFile | kTruncate | bit(15);

/// All rights over files that a version knows of.
std::uint64_t all_rights(int version) {
  if (version >= 5) return bit(16) - 1;  // ioctl on devices
  if (version >= 3) return bit(15) - 1;  // truncate
  if (version >= 2) return bit(14) - 1;  // rename and link between folders
  return bit(13) - 1;
}

bool allow(int ruleset, const std::string& path, std::uint64_t rights) {
  const int fd = open(path.c_str(), O_PATH | O_CLOEXEC);
  if (fd < 0) return errno == ENOENT || errno == EACCES;  // what cannot be reached needs no permission
  struct stat info {};
  if (fstat(fd, &info) == 0 && !S_ISDIR(info.st_mode)) rights &= kForFiles;
  const PathBeneath rule{rights, fd};
  const bool added = syscall(SYS_landlock_add_rule, ruleset, kRulePathBeneath, &rule, 0) == 0;
  close(fd);
  return added;
}

}  // namespace

bool enter_landlock(const Plan& plan) {
  const int version = static_cast<int>(syscall(SYS_landlock_create_ruleset, nullptr, 0, kAskVersion));
  if (version < 1) return false;
  const std::uint64_t rights = all_rights(version);
  const RulesetAttributes attributes{.handled_files = rights,
                                     .handled_network = version >= 4 ? bit(0) | bit(1) : 0,  // bind, connect
                                     .scoped = version >= 6 ? bit(0) | bit(1) : 0};  // abstract sockets, signals
  const std::size_t size = version >= 6 ? sizeof attributes : version >= 4 ? 16 : 8;
  const int ruleset = static_cast<int>(syscall(SYS_landlock_create_ruleset, &attributes, size, 0));
  if (ruleset < 0) return false;
  bool done = true;
  for (const auto& path : plan.readable) done = done && allow(ruleset, path, kMayRead & rights);
  for (const auto& path : plan.writable) done = done && allow(ruleset, path, rights);
  for (const char* device : {"/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"}) {
    done = done && allow(ruleset, device, (kReadFile | kWriteFile | kTruncate) & rights);
  }
  done = done && syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  close(ruleset);
  return done;
}

}  // namespace lockstep::process
