#include "build/submitted.h"

#include <fmt/core.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "manifest/patch.h"
#include "os/file.h"

namespace lockstep::build {
namespace {

namespace fs = std::filesystem;

/// Whether some folder on the way to `file`, or `file` itself, is a symbolic link that could lead out of `dir`.
bool through_link(const fs::path& dir, const fs::path& file) {
  fs::path so_far = dir;
  std::error_code failed;
  return std::any_of(file.begin(), file.end(), [&](const fs::path& part) {
    so_far /= part;
    return fs::is_symlink(so_far, failed);
  });
}

/// Where a file of the submission is.
Result<fs::path> find_submitted(const fs::path& file, const Submission& submission) {
  std::error_code failed;
  for (const fs::path& dir : submission.dirs) {
    const fs::path path = dir / file;
    if (!fs::exists(fs::symlink_status(path, failed))) continue;
    if (through_link(dir, file)) return input_error(path.string() + " is a symbolic link; submit a regular file");
    if (!fs::is_regular_file(path, failed)) return input_error(path.string() + " is no regular file");
    if (const auto size = fs::file_size(path, failed); size > kLargestFile) {
      return input_error(
          fmt::format("{} is too large: {} bytes, at most {} are accepted", path.string(), size, kLargestFile));
    }
    return path;
  }
  return input_error(fmt::format("{} is missing in {}; the lab asks for it", file.string(),
                                 submission.dirs.empty() ? "the submission" : submission.dirs.front().string()));
}

}  // namespace

Result<std::map<std::string, std::string>> submitted_files(const Manifest& manifest, const Submission& submission) {
  std::map<std::string, std::string> files;
  for (const std::string& file : manifest.submit) {
    auto text = find_submitted(file, submission).and_then(os::read_file).and_then([&](const std::string& base) {
      return apply(submission.change, file, base);
    });
    if (!text) return tl::unexpected(text.error());
    files[file] = std::move(*text);
  }
  return files;
}

}  // namespace lockstep::build
