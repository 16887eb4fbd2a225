#include "build/staging.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <optional>
#include <system_error>

#include "os/file.h"

namespace lockstep::build {
namespace {

namespace fs = std::filesystem;

/// Where each file of the staged lab comes from, by its path in the lab.
using Sources = std::map<fs::path, fs::path>;

/// Whether some folder on the way to `file`, or `file` itself, is a symbolic link that could lead out of `dir`.
bool through_link(const fs::path& dir, const fs::path& file) {
  fs::path so_far = dir;
  std::error_code failed;
  return std::any_of(file.begin(), file.end(), [&](const fs::path& part) {
    so_far /= part;
    return fs::is_symlink(so_far, failed);
  });
}

Result<fs::path> submitted(const fs::path& file, const Submission& submission) {
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

/// Folders that an IDE or a build of the learner's own may have made in the lab.
bool is_build_folder(const fs::path& name) {
  const std::string text = name.string();
  return text.starts_with("build") || text.starts_with(".") || text.starts_with("cmake-build");
}

/// Adds all files of a folder of the kit's, which become files of the folder `as`.
Result<void> add_files(const fs::path& dir, const fs::path& as, Sources& sources) {
  std::error_code failed;
  for (auto entry = fs::recursive_directory_iterator(dir, failed); entry != fs::end(entry); entry.increment(failed)) {
    if (entry->is_directory() && is_build_folder(entry->path().filename())) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file()) {
      sources[as / entry->path().lexically_relative(dir)] = entry->path();
    }
  }
  if (failed) return machine_error(fmt::format("cannot read {}: {}", dir.string(), failed.message()));
  return {};
}

Result<Sources> sources_of(const Manifest& manifest, const Submission& submission, const fs::path& hidden) {
  Sources sources;
  if (auto added = add_files(manifest.dir, "", sources); !added) return tl::unexpected(added.error());
  if (!hidden.empty()) {
    if (auto added = add_files(hidden, kHiddenFolder, sources); !added) return tl::unexpected(added.error());
  }
  for (const std::string& file : manifest.submit) {
    auto path = submitted(file, submission);
    if (!path) return tl::unexpected(path.error());
    sources[file] = *path;
  }
  return sources;
}

void remove_others(const fs::path& dir, const Sources& sources) {
  std::error_code failed;
  std::vector<fs::path> others;
  for (auto entry = fs::recursive_directory_iterator(dir, failed); entry != fs::end(entry); entry.increment(failed)) {
    if (!entry->is_directory() && !sources.contains(entry->path().lexically_relative(dir))) {
      others.push_back(entry->path());
    }
  }
  for (const fs::path& other : others) fs::remove(other, failed);
}

}  // namespace

Result<void> stage(const Manifest& manifest, const Submission& submission, const fs::path& hidden,
                   const fs::path& dir) {
  const auto sources = sources_of(manifest, submission, hidden);
  if (!sources) return tl::unexpected(sources.error());
  remove_others(dir, *sources);
  for (const auto& [file, source] : *sources) {
    const auto wanted = os::read_file(source);
    if (!wanted) return tl::unexpected(wanted.error());
    std::error_code failed;
    const bool there = fs::is_regular_file(dir / file, failed);
    if (there && os::read_file(dir / file).value_or("") == *wanted && !wanted->empty()) continue;
    if (auto written = os::write_file(dir / file, *wanted); !written) return written;
  }
  return {};
}

}  // namespace lockstep::build
