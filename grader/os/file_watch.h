#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "os/fd.h"
#include "result/result.h"

namespace lockstep::os {

/// Whether an editor makes files of this name for itself: backups, swap files, locks. So are all hidden ones.
[[nodiscard]] bool is_editors_own(std::string_view name);

/// The name of a file system on which the kernel does not tell of changes that other machines make, or the host of this
/// one: "NFS", "9P", ... Empty for all others.
/// \param type  as statfs(2) gives it in f_type
[[nodiscard]] std::string_view untold_file_system(std::uint64_t type);

struct WatchOptions {
  bool poll = false;                        ///< look now and then although the kernel would tell
  std::chrono::milliseconds interval{500};  ///< between two looks
  std::chrono::milliseconds quiet{100};     ///< so long nothing may change before a change is told
  /// Files and folders of these names are passed over.
  std::function<bool(std::string_view)> ignored = is_editors_own;
};

/// Tells when files of a folder change, come or go, however deep. The kernel says that there is something to look at
/// (inotify), or a clock does; what changed is found by comparing time, size and inode of all files with those of the
/// last look. So it does not matter how an editor writes a file: in place, or a new one renamed to it.
/// For one thread.
class FileWatch {
 public:
  /// \return an error when the folder cannot be read
  [[nodiscard]] static Result<FileWatch> of(std::filesystem::path dir, WatchOptions options = {});

  /// Whether it looks now and then, and why, as a clause: "NFS does not tell of changes". Empty when the kernel tells.
  [[nodiscard]] const std::string& why_polling() const { return why_polling_; }

  /// To wait for with `poll`: when it is readable, ask `changed`.
  [[nodiscard]] int fd() const { return fd_.get(); }

  /// Whether a file has changed, come or gone since the last call, or since this was made. Does not wait when nothing
  /// has; otherwise until nothing more has for `quiet`, and ten times as long at most.
  [[nodiscard]] bool changed();

 private:
  /// Of each file: time of its last change in nanoseconds, size, inode.
  using Look = std::map<std::string, std::tuple<std::int64_t, std::uint64_t, std::uint64_t>>;

  FileWatch(std::filesystem::path dir, WatchOptions options) : dir_(std::move(dir)), options_(std::move(options)) {}

  [[nodiscard]] Look look();
  [[nodiscard]] bool watch_folder(const std::filesystem::path& folder);
  [[nodiscard]] Result<void> begin_polling(std::string why);
  void wait_for_quiet();

  std::filesystem::path dir_;
  WatchOptions options_;
  std::string why_polling_;
  Fd fd_;  // of inotify, or of a clock
  Look last_;
};

}  // namespace lockstep::os
