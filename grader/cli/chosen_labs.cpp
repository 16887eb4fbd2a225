#include "cli/chosen_labs.h"

#include "manifest/labs.h"

namespace lockstep::cli {
namespace {

Result<std::vector<std::filesystem::path>> folders(const std::filesystem::path& root,
                                                   const std::optional<std::string>& name) {
  if (!name) return list_labs(root);
  return find_lab(root, *name).map([](const auto& dir) { return std::vector{dir}; });
}

}  // namespace

Result<std::vector<Manifest>> chosen_labs(const std::filesystem::path& root, const std::optional<std::string>& name) {
  const auto dirs = folders(root, name);
  if (!dirs) return tl::unexpected(dirs.error());
  std::vector<Manifest> manifests;
  for (const auto& dir : *dirs) {
    auto manifest = read_manifest(dir);
    if (!manifest) return tl::unexpected(manifest.error());
    manifests.push_back(std::move(*manifest));
  }
  return manifests;
}

}  // namespace lockstep::cli
