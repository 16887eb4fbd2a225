#include "cli/chosen_labs.h"

#include <fmt/core.h>

#include <system_error>
#include <utility>

#include "manifest/hidden_checks.h"
#include "manifest/labs.h"

namespace lockstep::cli {
namespace {

Result<std::vector<std::filesystem::path>> folders(const std::filesystem::path& root,
                                                   const std::optional<std::string>& name) {
  if (!name) return list_labs(root);
  return find_lab(root, *name).map([](const auto& dir) { return std::vector{dir}; });
}

Result<Manifest> read_lab(const std::filesystem::path& root, const std::filesystem::path& dir, HiddenChecks hidden) {
  auto lab = read_manifest(dir);
  if (!lab || hidden == HiddenChecks::kLeftOut) return lab;
  const auto hidden_dir = root / "solutions" / lab->name / "hidden";
  std::error_code failed;
  if (std::filesystem::is_directory(hidden_dir, failed)) return with_hidden_checks(std::move(*lab), hidden_dir);
  if (hidden == HiddenChecks::kWhereThereAre) return lab;
  return input_error(
      fmt::format("{} has no hidden checks here: there is no folder {}. They are the instructor's, and not in a "
                  "learner's copy of the repository. Grade where the folder is, or without --hidden.",
                  lab->name, hidden_dir.string()));
}

}  // namespace

Result<std::vector<Manifest>> chosen_labs(const std::filesystem::path& root, const std::optional<std::string>& name,
                                          HiddenChecks hidden) {
  const auto dirs = folders(root, name);
  if (!dirs) return tl::unexpected(dirs.error());
  std::vector<Manifest> manifests;
  for (const auto& dir : *dirs) {
    auto manifest = read_lab(root, dir, hidden);
    if (!manifest) return tl::unexpected(manifest.error());
    manifests.push_back(std::move(*manifest));
  }
  return manifests;
}

}  // namespace lockstep::cli
