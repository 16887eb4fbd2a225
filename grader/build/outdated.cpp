#include "build/outdated.h"

#include <fmt/core.h>

#include <algorithm>
#include <system_error>
#include <vector>

#include "build/tool.h"
#include "os/file.h"

namespace lockstep::build {
namespace {

namespace fs = std::filesystem;

/// Copies of the submitted files that a build folder was made of, in a folder beside it that no compiler sees.
fs::path copies_of(const Project& project) { return project.build.string() + ".made-of"; }

std::vector<std::string> changed_files(const Project& project, const fs::path& staged_dir,
                                       std::span<const std::string> submit) {
  std::vector<std::string> changed;
  for (const std::string& file : submit) {
    const auto before = os::read_file(copies_of(project) / file);
    if (!before || *before != os::read_file(staged_dir / file).value_or("")) changed.push_back(file);
  }
  return changed;
}

/// Objects of which Ninja knows what they were made of, and does so no longer, or never did: their making was cut
/// short.
std::vector<fs::path> outdated_objects(const fs::path& build, const RecordedObjects& recorded) {
  std::vector<fs::path> outdated;
  std::error_code failed;
  for (auto entry = fs::recursive_directory_iterator(build, failed); !failed && entry != fs::end(entry);
       entry.increment(failed)) {
    if (entry->path().extension() != ".o") continue;
    const std::string object = entry->path().lexically_relative(build);
    if (!recorded.all.contains(object) || recorded.outdated.contains(object)) outdated.push_back(entry->path());
  }
  return outdated;
}

std::vector<fs::path> programs_in(const fs::path& build) {
  std::vector<fs::path> programs;
  std::error_code failed;
  for (auto entry = fs::directory_iterator(build, failed); !failed && entry != fs::end(entry);
       entry.increment(failed)) {
    const bool runs = (entry->status(failed).permissions() & fs::perms::owner_exec) != fs::perms::none;
    if (runs && entry->is_regular_file(failed)) programs.push_back(entry->path());
  }
  return programs;
}

Result<void> remove_all(const std::vector<fs::path>& files) {
  for (const fs::path& file : files) {
    std::error_code failed;
    fs::remove(file, failed);
    if (failed) return machine_error(fmt::format("cannot remove {}: {}", file.string(), failed.message()));
  }
  return {};
}

}  // namespace

// Each object's line "OBJECT: #deps 3, ..." is followed by one line for each file that it was made of.
RecordedObjects recorded_objects(std::string_view text, std::span<const std::string> changed) {
  RecordedObjects recorded;
  std::string object;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (const auto end = line.find(": #deps "); end != std::string_view::npos && !line.starts_with(' ')) {
      object = line.substr(0, end);
      recorded.all.insert(object);
    } else if (std::any_of(changed.begin(), changed.end(),
                           [&](const std::string& file) { return line.ends_with("/" + file); })) {
      recorded.outdated.insert(object);
    }
  }
  return recorded;
}

Result<void> remove_outdated(const Project& project, const fs::path& staged_dir, std::span<const std::string> submit,
                             std::stop_token stop) {
  const std::vector<std::string> changed = changed_files(project, staged_dir, submit);
  if (changed.empty()) return {};
  const auto deps = run_trusted({"ninja", "-C", project.build, "-t", "deps"}, stop);
  if (!deps) return tl::unexpected(deps.error());
  const RecordedObjects recorded = deps->succeeded() ? recorded_objects(deps->text, changed) : RecordedObjects{};
  auto removed = remove_all(programs_in(project.build)).and_then([&] {
    return remove_all(outdated_objects(project.build, recorded));
  });
  if (!removed) return removed;
  for (const std::string& file : changed) {
    const auto text = os::read_file(staged_dir / file);
    if (!text) return tl::unexpected(text.error());
    if (auto written = os::write_file(copies_of(project) / file, *text); !written) return written;
  }
  return {};
}

}  // namespace lockstep::build
