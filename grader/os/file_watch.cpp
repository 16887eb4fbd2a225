#include "os/file_watch.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/timerfd.h>
#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace lockstep::os {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kEvents = IN_MODIFY | IN_ATTRIB | IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                  IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

/// Takes all that is there to be read, so that `poll` waits again.
void drain(int fd) {
  std::array<char, 4096> part{};
  ssize_t got = 0;
  do {
    got = read(fd, part.data(), part.size());
  } while (got > 0 || (got < 0 && errno == EINTR));
}

std::string why_untold(const fs::path& dir) {
  struct statfs about {};
  if (statfs(dir.c_str(), &about) != 0) return "";
  const std::string_view name = untold_file_system(static_cast<std::uint32_t>(about.f_type));
  return name.empty() ? "" : fmt::format("{} does not tell of changes", name);
}

}  // namespace

bool is_editors_own(std::string_view name) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool hidden = name.starts_with('.');
  const bool emacs = name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'));
  const bool vim = std::all_of(name.begin(), name.end(), is_digit);  // tries whether it may make a file: 4913
  const bool suffixed = name.ends_with(".swp") || name.ends_with(".tmp") || name.ends_with(".bak") ||
                        name.ends_with(".orig") || name.ends_with(".kate-swp");
  return hidden || emacs || vim || suffixed;
}

std::string_view untold_file_system(std::uint64_t type) {
  // The numbers are those of statfs(2) and linux/magic.h.
  static constexpr std::array<std::pair<std::uint64_t, std::string_view>, 14> kNames{
      {{0x01021997, "9P"},
       {0x6969, "NFS"},
       {0x517b, "SMB"},
       {0xff534d42, "CIFS"},
       {0xfe534d42, "SMB2"},
       {0x65735546, "FUSE"},
       {0x786f4256, "VirtualBox's shared folder"},
       {0xbacbacbc, "VMware's shared folder"},
       {0x00c36400, "Ceph"},
       {0x5346414f, "AFS"},
       {0x6b414653, "AFS"},
       {0x0bd00bd0, "Lustre"},
       {0x47504653, "GPFS"},
       {0x73757245, "Coda"}}};
  const auto found = std::find_if(kNames.begin(), kNames.end(), [&](const auto& each) { return each.first == type; });
  return found == kNames.end() ? std::string_view() : found->second;
}

Result<FileWatch> FileWatch::of(fs::path dir, WatchOptions options) {
  std::error_code failed;
  const fs::directory_iterator readable(dir, failed);
  if (failed) return machine_error(fmt::format("cannot watch {}: {}", dir.string(), failed.message()));
  FileWatch watch(std::move(dir), std::move(options));
  std::string why = watch.options_.poll ? "you asked for it" : why_untold(watch.dir_);
  if (why.empty()) {
    watch.fd_.reset(inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
    if (!watch.fd_ || !watch.watch_folder(watch.dir_)) {
      why = fmt::format("the kernel refuses to tell: {}", std::generic_category().message(errno));
    }
  }
  if (!why.empty()) {
    if (auto begun = watch.begin_polling(std::move(why)); !begun) return tl::unexpected(begun.error());
  }
  watch.last_ = watch.look();
  return watch;
}

Result<void> FileWatch::begin_polling(std::string why) {
  why_polling_ = std::move(why);
  fd_.reset(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK));
  const auto seconds = std::chrono::floor<std::chrono::seconds>(options_.interval);
  const timespec every{.tv_sec = seconds.count(),
                       .tv_nsec = std::chrono::nanoseconds(options_.interval - seconds).count()};
  const itimerspec clock{.it_interval = every, .it_value = every};
  if (fd_ && timerfd_settime(fd_.get(), 0, &clock, nullptr) == 0) return {};
  return machine_error(fmt::format("cannot watch {}: {}", dir_.string(), std::generic_category().message(errno)));
}

bool FileWatch::watch_folder(const fs::path& folder) {
  if (!why_polling_.empty()) return true;
  return inotify_add_watch(fd_.get(), folder.c_str(), kEvents) >= 0;
}

FileWatch::Look FileWatch::look() {
  // The folder around it tells when the folder itself comes again after it was removed.
  for (const fs::path& folder : {dir_.parent_path(), dir_}) static_cast<void>(watch_folder(folder));
  Look found;
  std::error_code failed;
  for (auto entry = fs::recursive_directory_iterator(dir_, failed); !failed && entry != fs::end(entry);
       entry.increment(failed)) {
    if (options_.ignored(entry->path().filename().string())) {
      entry.disable_recursion_pending();
      continue;
    }
    struct stat about {};
    if (stat(entry->path().c_str(), &about) != 0) continue;
    if (S_ISDIR(about.st_mode)) {
      static_cast<void>(watch_folder(entry->path()));  // one that is gone meanwhile is told by the folder around it
    } else {
      found[entry->path().string()] = {about.st_mtim.tv_sec * 1'000'000'000 + about.st_mtim.tv_nsec,
                                       static_cast<std::uint64_t>(about.st_size), about.st_ino};
    }
  }
  return found;
}

void FileWatch::wait_for_quiet() {
  const auto deadline = std::chrono::steady_clock::now() + 10 * options_.quiet;
  Look before = look();
  while (std::chrono::steady_clock::now() < deadline) {
    // A clock tells nothing, so two looks must agree.
    pollfd wait{.fd = why_polling_.empty() ? fd_.get() : -1, .events = POLLIN, .revents = 0};
    const bool more = poll(&wait, 1, static_cast<int>(options_.quiet.count())) > 0;
    drain(fd_.get());
    Look now = look();
    const bool same = now == before;
    before = std::move(now);
    if (!more && same) break;
  }
  last_ = std::move(before);
}

bool FileWatch::changed() {
  drain(fd_.get());
  if (look() == last_) return false;
  const Look before = std::move(last_);
  wait_for_quiet();
  return last_ != before;
}

}  // namespace lockstep::os
