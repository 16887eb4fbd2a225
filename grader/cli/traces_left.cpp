#include "cli/traces_left.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <system_error>

#include "manifest/folder.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

/// A process whose program lies below `dir`: its number and the program; empty when there is none.
std::string process_below(const fs::path& dir) {
  for (const auto& entry : manifest::entries_in("/proc")) {
    const std::string number = entry.filename();
    if (!std::all_of(number.begin(), number.end(), [](unsigned char c) { return std::isdigit(c) != 0; })) continue;
    std::error_code gone;
    const std::string program = fs::read_symlink(entry / "exe", gone).string();
    if (!gone && program.starts_with(dir.string() + "/")) return fmt::format("{} ({})", number, program);
  }
  return {};
}

}  // namespace

TracesLeft::TracesLeft(const CommandContext& here)
    : build_dir_(here.kit.build_dir / "labs"),
      record_(here.kit.build_dir / "record.json"),
      watched_{"/tmp", "/var/tmp", "/dev/shm", here.kit.root, here.kit.build_dir},
      record_before_(os::read_file(record_).value_or("")) {
  std::error_code none;
  watched_.push_back(fs::temp_directory_path(none));
  if (const char* home = std::getenv("HOME"); home != nullptr) watched_.emplace_back(home);
}

std::string TracesLeft::find() const {
  if (const std::string process = process_below(build_dir_); !process.empty()) {
    return fmt::format("a process is left: {}", process);
  }
  std::string left;
  for (const fs::path& dir : watched_) {
    for (const auto& entry : manifest::entries_in(dir)) {
      if (!entry.filename().string().starts_with(kAttackMark)) continue;
      left = fmt::format("a file is left: {}", entry.string());
      std::error_code failed;
      fs::remove(entry, failed);
    }
  }
  if (left.empty() && os::read_file(record_).value_or("") != record_before_) left = "the learner's record has changed";
  return left;
}

}  // namespace lockstep::cli
