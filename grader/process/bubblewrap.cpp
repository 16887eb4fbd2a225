#include "process/bubblewrap.h"

#include <fmt/core.h>

#include <map>
#include <system_error>

#include "process/find_program.h"
#include "process/system_files.h"

namespace lockstep::process {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

constexpr const char* kInitInside = "/.lockstep-init";

void add(Words& words, std::initializer_list<std::string> more) { words.insert(words.end(), more); }

/// The folders that lead to `path`, open to all: bubblewrap would close them to other user ids.
void lead_to(Words& words, const fs::path& path) {
  fs::path above;
  for (const fs::path& step : path.parent_path()) {
    above /= step;
    if (above != above.root_path()) add(words, {"--perms", "0755", "--dir", above});
  }
}

/// Links such as /lib -> usr/lib stay links.
void show_system(Words& words) {
  for (const fs::path& path : system_files()) {
    lead_to(words, path);
    if (fs::is_symlink(path)) {
      add(words, {"--symlink", fs::read_symlink(path), path});
    } else {
      add(words, {"--ro-bind", path, path});
    }
  }
}

/// Everything in memory has a size, and what has none is read-only in the end.
void add_memory_folders(Words& words, bool shows_proc, std::uint64_t scratch_bytes) {
  const std::string size = std::to_string(scratch_bytes);
  if (shows_proc) add(words, {"--proc", "/proc"});
  add(words, {"--dev", "/dev"});
  add(words, {"--size", size, "--perms", "1777", "--tmpfs", "/dev/shm", "--remount-ro", "/dev"});
  add(words, {"--size", size, "--perms", "1777", "--tmpfs", kScratchInside});
}

/// The caller's folders, outer before inner, so that each is shown in the way asked for last.
Result<void> show_folders(Words& words, const Sandbox& sandbox) {
  enum class How { kReadable, kWritable, kHidden };
  std::map<fs::path, How> folders;  // a path sorts before those below it
  const auto put = [&folders](const std::vector<fs::path>& paths, How how) {
    for (const fs::path& path : paths) folders[fs::absolute(path).lexically_normal()] = how;
  };
  put(sandbox.readable, How::kReadable);
  put(sandbox.writable, How::kWritable);
  put(sandbox.hidden, How::kHidden);
  Words read_only_in_the_end;
  for (const auto& [path, how] : folders) {
    std::error_code ignored;
    if (how == How::kHidden) {
      if (!fs::is_directory(path, ignored)) continue;
      add(words, {"--size", "4096", "--perms", "0755", "--tmpfs", path});
      add(read_only_in_the_end, {"--remount-ro", path});
      continue;
    }
    if (path == "/" || path == kScratchInside) {
      return machine_error(fmt::format("the sandbox cannot show {}: only folders below it", path.string()));
    }
    lead_to(words, path);
    add(words, {how == How::kWritable ? "--bind" : "--ro-bind", path, path});
  }
  words.insert(words.end(), read_only_in_the_end.begin(), read_only_in_the_end.end());
  return {};
}

}  // namespace

Result<Words> bubblewrap_command(const Sandbox& sandbox, bool as_root, std::uint64_t scratch_bytes) {
  const auto program = find_program("bwrap");
  if (!program) return machine_error("bubblewrap (bwrap) is not installed: apt-get install bubblewrap");
  Words words{*program, "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"};
  if (!as_root) add(words, {"--unshare-user"});
  add(words, {"--hostname", "sandbox", "--as-pid-1", "--cap-drop", "ALL"});
  if (as_root && !sandbox.builds) add(words, {"--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"});
  show_system(words);
  add_memory_folders(words, !sandbox.builds, scratch_bytes);
  if (auto shown = show_folders(words, sandbox); !shown) return tl::unexpected(shown.error());
  add(words, {"--ro-bind", init_program(), kInitInside, "--remount-ro", "/", "--chdir", "/", kInitInside});
  return words;
}

}  // namespace lockstep::process
