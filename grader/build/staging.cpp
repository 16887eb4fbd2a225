#include "build/staging.h"

#include <fmt/core.h>

#include <map>
#include <string>
#include <system_error>
#include <vector>

#include "build/submitted.h"
#include "os/file.h"

namespace lockstep::build {
namespace {

namespace fs = std::filesystem;

/// Where each file of the kit's in the staged lab comes from, by its path in the lab.
using Sources = std::map<fs::path, fs::path>;

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

Result<Sources> sources_of(const Manifest& manifest, const fs::path& hidden) {
  Sources sources;
  if (auto added = add_files(manifest.dir, "", sources); !added) return tl::unexpected(added.error());
  if (!hidden.empty()) {
    if (auto added = add_files(hidden, kHiddenFolder, sources); !added) return tl::unexpected(added.error());
  }
  for (const std::string& file : manifest.submit) sources.erase(file);
  return sources;
}

/// Writes a file of the staged lab, unless it is there already with this content.
Result<void> stage_file(const fs::path& path, const std::string& content) {
  std::error_code failed;
  const bool there = fs::is_regular_file(path, failed);
  if (there && os::read_file(path).value_or("") == content && !content.empty()) return {};
  return os::write_file(path, content);
}

template <class IsWanted>
void remove_others(const fs::path& dir, const IsWanted& wanted) {
  std::error_code failed;
  std::vector<fs::path> others;
  for (auto entry = fs::recursive_directory_iterator(dir, failed); entry != fs::end(entry); entry.increment(failed)) {
    if (!entry->is_directory() && !wanted(entry->path().lexically_relative(dir))) others.push_back(entry->path());
  }
  for (const fs::path& other : others) fs::remove(other, failed);
}

}  // namespace

Result<void> stage(const Manifest& manifest, const Submission& submission, const fs::path& hidden,
                   const fs::path& dir) {
  const auto sources = sources_of(manifest, hidden);
  if (!sources) return tl::unexpected(sources.error());
  const auto submitted = submitted_files(manifest, submission);
  if (!submitted) return tl::unexpected(submitted.error());
  remove_others(dir,
                [&](const fs::path& file) { return sources->contains(file) || submitted->contains(file.string()); });
  for (const auto& [file, source] : *sources) {
    const auto content = os::read_file(source);
    if (!content) return tl::unexpected(content.error());
    if (auto staged = stage_file(dir / file, *content); !staged) return staged;
  }
  for (const auto& [file, content] : *submitted) {
    if (auto staged = stage_file(dir / file, content); !staged) return staged;
  }
  return {};
}

}  // namespace lockstep::build
