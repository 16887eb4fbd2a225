#pragma once

#include <dirent.h>
#include <sys/types.h>

#include <charconv>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace lockstep::process {

/// What a file holds; nothing when it cannot be read. Plain system calls, not streams: the files of /proc are read a
/// hundred times a second, and in init between fork and exit.
[[nodiscard]] std::string content(const std::string& path);

/// /proc/PID
[[nodiscard]] std::string proc(pid_t pid);

/// The number at the beginning of `text`; 0 when there is none.
[[nodiscard]] std::uint64_t number(std::string_view text, int base = 10);

/// Calls `each` with the name of each entry that is a number, such as a process in /proc.
template <class Each>
void for_each_number_in(const std::string& folder, Each each) {
  struct Close {
    void operator()(DIR* dir) const { closedir(dir); }
  };
  const std::unique_ptr<DIR, Close> dir(opendir(folder.c_str()));
  if (!dir) return;
  while (const dirent* entry = readdir(dir.get())) {
    const std::string_view name = entry->d_name;
    pid_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (error == std::errc{} && end == name.data() + name.size()) each(number);
  }
}

}  // namespace lockstep::process
