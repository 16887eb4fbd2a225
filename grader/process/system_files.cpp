#include "process/system_files.h"

#include <algorithm>
#include <system_error>

namespace lockstep::process {
namespace {

namespace fs = std::filesystem;

fs::path plain(const fs::path& path) {
  const fs::path whole = fs::absolute(path).lexically_normal();
  return whole.has_filename() ? whole : whole.parent_path();
}

bool is_at_or_below(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

void add_allowed(const fs::path& path, const std::vector<fs::path>& hidden, std::vector<fs::path>& allowed) {
  const auto hides_all = [&](const fs::path& folder) { return is_at_or_below(path, folder); };
  const auto hides_some = [&](const fs::path& folder) { return is_at_or_below(folder, path); };
  if (std::ranges::any_of(hidden, hides_all)) return;
  if (std::ranges::none_of(hidden, hides_some)) {
    allowed.push_back(path);
    return;
  }
  std::error_code ignored;
  for (fs::directory_iterator entry(path, ignored), end; entry != end; entry.increment(ignored)) {
    add_allowed(entry->path(), hidden, allowed);
  }
}

}  // namespace

std::vector<fs::path> system_files() {
  std::vector<fs::path> there;
  for (const char* path : {"/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/etc/alternatives",
                           "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d"}) {
    std::error_code ignored;
    if (fs::exists(path, ignored)) there.emplace_back(path);
  }
  return there;
}

std::vector<fs::path> without_hidden(const std::vector<fs::path>& folders, const std::vector<fs::path>& hidden) {
  std::vector<fs::path> plain_hidden;
  std::ranges::transform(hidden, std::back_inserter(plain_hidden), plain);
  std::vector<fs::path> allowed;
  for (const fs::path& folder : folders) add_allowed(plain(folder), plain_hidden, allowed);
  return allowed;
}

}  // namespace lockstep::process
