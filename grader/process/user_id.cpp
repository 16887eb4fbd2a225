#include "process/user_id.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

namespace lockstep::process {
namespace {

// Above the accounts of people (up to 60000) and below those that systemd hands out (from 61184).
constexpr uid_t kFirst = 60'001;
constexpr uid_t kCount = 1'000;

os::Fd open_lock_file() {
  for (const char* path : {"/run/lockstep-user-ids", "/tmp/lockstep-user-ids"}) {
    os::Fd fd(open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
    struct stat info {};
    // In /tmp, another user may have made the file first, and could keep all ids locked.
    if (fd && fstat(fd.get(), &info) == 0 && info.st_uid == 0) return fd;
  }
  return os::Fd();
}

}  // namespace

bool may_change_user() {
  if (geteuid() != 0) return false;
  // In a user namespace, "root" may have no other ids to give. A line is "FIRST_INSIDE FIRST_OUTSIDE COUNT".
  std::ifstream map("/proc/self/uid_map");
  for (unsigned long first = 0, outside = 0, count = 0; map >> first >> outside >> count;) {
    if (first <= kFirst && first + count >= kFirst + kCount) return true;
  }
  return false;
}

Result<UserId> UserId::lease() {
  os::Fd file = open_lock_file();
  if (!file) {
    return machine_error(fmt::format("cannot open /run/lockstep-user-ids, nor the same in /tmp: {}",
                                     std::generic_category().message(errno)));
  }
  for (uid_t i = 0; i < kCount; ++i) {
    // A lock of the open file, not of the process: runs of one grader exclude each other, too.
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = static_cast<off_t>(i);
    lock.l_len = 1;
    if (fcntl(file.get(), F_OFD_SETLK, &lock) == 0) return UserId(kFirst + i, std::move(file));
  }
  return machine_error(fmt::format("{} runs are under way already; wait for one to end", kCount));
}

}  // namespace lockstep::process
