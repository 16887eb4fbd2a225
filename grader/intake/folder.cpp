#include "intake/folder.h"

#include <fmt/core.h>

#include <system_error>

#include "build/submitted.h"
#include "build/untrusted_file.h"
#include "intake/limits.h"

namespace lockstep::intake {
namespace {

namespace fs = std::filesystem;

bool is_passed_over(const std::string& folder) {
  return folder.starts_with(".") || folder.starts_with("build") || folder.starts_with("cmake-build") ||
         folder == "__MACOSX";
}

}  // namespace

Result<Holding> open_folder(const fs::path& dir) {
  Holding holding;
  std::error_code failed;
  std::size_t entries = 0;
  for (auto entry = fs::recursive_directory_iterator(dir, failed); !failed && entry != fs::end(entry);
       entry.increment(failed)) {
    if (++entries > kMostEntries) {
      return input_error(fmt::format("holds more than {} files and folders", kMostEntries));
    }
    const std::string path = entry->path().lexically_relative(dir).generic_string();
    std::error_code unknown;
    if (entry->is_symlink(unknown)) {
      holding.links.insert(path);
    } else if (entry->is_directory(unknown)) {
      const bool is_deep = entry.depth() >= kDeepestFolder;
      if (is_deep || is_passed_over(entry->path().filename())) entry.disable_recursion_pending();
    } else {
      holding.files.insert(path);  // what is no regular file is refused when it is read
    }
  }
  if (failed) return input_error(fmt::format("cannot be read: {}", failed.message()));
  holding.read = [dir](const std::string& path) -> Result<std::string> {
    auto text = build::read_untrusted_file(dir, path, build::kLargestFile);
    if (!text) return tl::unexpected(text.error());
    if (!*text) return input_error(fmt::format("{} is gone", path));
    return std::move(**text);
  };
  return holding;
}

}  // namespace lockstep::intake
