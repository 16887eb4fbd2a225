#include "cli/grader_version.h"

#include <fmt/core.h>

#include <filesystem>
#include <map>
#include <system_error>

#include "cli/machine.h"
#include "intake/digest.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

/// What no grade depends on.
bool is_passed_over(const fs::path& path) {
  const std::string name = path.filename();
  return name.starts_with('.') || name.starts_with("build") || name.starts_with("cmake-build") || name == "testdata" ||
         name == "node_modules" || name.ends_with("_test.cpp");
}

/// Adds the files below a folder, by their path in it after `as`.
Result<void> add(const fs::path& dir, const std::string& as, std::map<std::string, std::string>& files) {
  std::error_code failed;
  for (auto entry = fs::recursive_directory_iterator(dir, failed); !failed && entry != fs::end(entry);
       entry.increment(failed)) {
    std::error_code unknown;
    if (entry->is_directory(unknown)) {
      // `build` is a part of the grader's; in a lab it is what a learner's own build left.
      const bool is_part = as == "grader" && entry.depth() == 0;
      if (!is_part && is_passed_over(entry->path())) entry.disable_recursion_pending();
    } else if (entry->is_regular_file(unknown) && !is_passed_over(entry->path())) {
      auto text = os::read_file(entry->path());
      if (!text) return tl::unexpected(text.error());
      files[as + "/" + entry->path().lexically_relative(dir).generic_string()] = std::move(*text);
    }
  }
  if (failed) return machine_error(fmt::format("cannot read {}: {}", dir.string(), failed.message()));
  return {};
}

}  // namespace

Result<std::string> grader_version(const CommandContext& here, const Manifest& manifest) {
  std::map<std::string, std::string> files;
  for (const std::string& file : manifest.submit) files["lab/" + file];  // a learner may work in the lab's folder
  auto added = add(manifest.dir, "lab", files).and_then([&] { return add(here.kit.root / "grader", "grader", files); });
  if (added && !manifest.hidden.empty()) added = add(manifest.hidden, "hidden", files);
  if (!added) return tl::unexpected(added.error());
  for (const std::string& file : manifest.submit) files["lab/" + file].clear();
  const report::Machine machine = describe_machine(here);
  files["compiler"] = machine.compiler;
  files["sandbox"] = machine.sandbox;
  return fmt::format("{}-{}", LOCKSTEP_VERSION, intake::digest(files).substr(0, 16));
}

}  // namespace lockstep::cli
