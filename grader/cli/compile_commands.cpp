#include "cli/compile_commands.h"

#include <fmt/core.h>

#include <nlohmann/json.hpp>
#include <string_view>
#include <system_error>

#include "manifest/folder.h"
#include "manifest/labs.h"
#include "manifest/original.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

/// Not what the lab was handed out as, which is there to be compared with; nor what a build has made.
bool is_compiled(const fs::path& file) {
  const std::string folder = file.begin()->string();
  const bool is_made = folder == "build" || folder.starts_with("build-") || folder.starts_with(".");
  return file.extension() == ".cpp" && folder != kOriginal && !is_made;
}

}  // namespace

std::string compile_commands(const build::Kit& kit, std::span<const fs::path> labs) {
  auto commands = nlohmann::json::array();
  for (const fs::path& lab : labs) {
    for (const fs::path& file : manifest::files_below(lab)) {
      if (!is_compiled(file)) continue;
      commands.push_back({{"directory", lab.string()},
                          {"file", file.string()},
                          {"arguments",
                           {kit.compiler, "-std=c++20", "-Wall", "-Wextra", "-I" + lab.string(),
                            "-I" + (kit.root / "grader/kit").string(), "-c", file.string()}}});
    }
  }
  return commands.dump(1) + "\n";
}

void leave_compile_commands(const build::Kit& kit) {
  const auto labs = list_labs(kit.root);
  if (!labs) return;
  const fs::path path = kit.root / "compile_commands.json";
  std::error_code failed;
  if (fs::is_symlink(path, failed)) return;
  const std::string text = compile_commands(kit, *labs);
  if (fs::exists(path, failed) && os::read_file(path).value_or("") == text) return;
  // An editor's help is no reason for a command to fail.
  static_cast<void>(os::write_file(path, text).has_value());
}

}  // namespace lockstep::cli
