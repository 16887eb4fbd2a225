#include "export/read_kit.h"

#include <fmt/core.h>

#include <string>
#include <system_error>
#include <utility>

#include "export/selection.h"
#include "manifest/folder.h"
#include "manifest/original.h"
#include "os/file.h"

namespace lockstep::exported {
namespace {

namespace fs = std::filesystem;

Result<void> take(Package& package, const std::string& path, const fs::path& file) {
  auto text = os::read_file(file);
  if (!text) return tl::unexpected(text.error());
  std::error_code failed;
  const auto mode = fs::status(file, failed).permissions();
  const bool executable = !failed && (mode & fs::perms::owner_exec) != fs::perms::none;
  package[path] = {.text = std::move(*text), .executable = executable};
  return {};
}

/// All files below a folder that a rule takes; links and devices are left out.
template <class Rule>
Result<void> take_folder(Package& package, const std::string& at, const fs::path& dir, Rule&& is_taken) {
  for (const fs::path& file : manifest::files_below(dir)) {
    std::error_code failed;
    if (!is_taken(file.string()) || !fs::is_regular_file(fs::symlink_status(dir / file, failed))) continue;
    if (auto taken = take(package, at + file.string(), dir / file); !taken) return taken;
  }
  return {};
}

Result<void> take_kit(Package& package, const fs::path& root) {
  for (const fs::path& entry : manifest::entries_in(root)) {
    const std::string name = entry.filename().string();
    if (!is_of_kit(name)) continue;
    if (auto taken = take(package, name, entry); !taken) return taken;
  }
  return take_folder(package, "grader/", root / "grader",
                     [](const std::string& path) { return is_of_kit("grader/" + path); });
}

/// As the lab was handed out; nothing of what is written into it.
Result<void> take_lab(Package& package, const fs::path& root, const Manifest& lab) {
  const std::string at = fmt::format("labs/{}/", lab.name);
  if (auto taken = take_folder(package, at, lab.dir, is_of_lab); !taken) return taken;
  for (const std::string& name : lab.submit) {
    const auto original = package.find(fmt::format("{}{}/{}", at, kOriginal, name));
    if (original == package.end()) {
      return input_error(
          fmt::format("{} is not there, so {} cannot be handed out as it was. Get the folder again, or, "
                      "as the lab's author: ./lab reset {} --hand-out",
                      (lab.dir / kOriginal / name).string(), lab.name, lab.id));
    }
    const auto solution = os::read_file(root / "solutions" / lab.name / name);
    if (solution && *solution == original->second.text) {
      return input_error(
          fmt::format("{} is the solution, word for word, so it is not handed out. Get the file again as "
                      "it was handed out",
                      (lab.dir / kOriginal / name).string()));
    }
    package[at + name] = original->second;
  }
  return {};
}

}  // namespace

Result<Package> read_kit(const fs::path& root, std::span<const Manifest> labs, const Platform& platform) {
  Package package;
  if (auto taken = take_kit(package, root); !taken) return tl::unexpected(taken.error());
  for (const Manifest& lab : labs) {
    if (auto taken = take_lab(package, root, lab); !taken) return tl::unexpected(taken.error());
    if (lab.hidden.empty()) continue;
    const std::string at = fmt::format("solutions/{}/hidden/", lab.name);
    if (auto taken = take_folder(package, at, lab.hidden, is_of_lab); !taken) return tl::unexpected(taken.error());
  }
  if (platform.for_learners) {
    for (const std::string_view page : learners_pages()) {
      if (auto taken = take(package, std::string(page), root / page); !taken) return tl::unexpected(taken.error());
    }
    const std::string at(kConceptPages);
    if (auto taken = take_folder(package, at, root / at, is_of_lab); !taken) return tl::unexpected(taken.error());
  }
  return package;
}

Result<Package> read_templates(const fs::path& root, const Platform& platform) {
  const fs::path dir = root / "grader/export/platforms" / platform.name;
  Package package;
  auto taken = take_folder(package, "", dir, [](const std::string& path) { return !path.ends_with('~'); });
  if (!taken) return tl::unexpected(taken.error());
  if (package.empty()) {
    return input_error(
        fmt::format("{} is not there: this copy of the kit was itself made by ./lab export. Export from "
                    "a whole checkout",
                    dir.string()));
  }
  return package;
}

}  // namespace lockstep::exported
