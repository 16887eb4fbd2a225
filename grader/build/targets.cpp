#include "build/targets.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <sstream>
#include <string_view>
#include <vector>

#include "os/file.h"

namespace lockstep::build {
namespace {

std::string list(const std::set<std::string>& names) {
  return names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "));
}

/// A target that CMake itself has, by which every program is built.
constexpr std::string_view kAllPrograms = "all";

Result<void> check_programs(const std::filesystem::path& file, std::span<const std::string> programs,
                            const Targets& targets) {
  for (const std::string& program : programs) {
    if (targets.programs.contains(program) || targets.libraries.contains(program) || program == kAllPrograms) continue;
    return input_error(fmt::format("{}: found program = {}; accepted: one that CMakeLists.txt beside it makes: {}",
                                   file.string(), program, list(targets.programs)));
  }
  return {};
}

}  // namespace

Result<Targets> read_targets(const std::filesystem::path& build_dir) {
  const auto text = os::read_file(build_dir / "lockstep-targets.txt");
  if (!text) return tl::unexpected(text.error());
  Targets targets;
  std::istringstream lines(*text);
  std::string what;
  std::string name;
  while (lines >> what >> name) {
    if (what == "submit") targets.submit.insert(name);
    if (what == "program") targets.programs.insert(name);
    if (what == "library") targets.libraries.insert(name);
  }
  return targets;
}

Result<void> check_lab_targets(const Manifest& manifest, std::span<const std::string> programs,
                               const Targets& targets) {
  const auto file = manifest.dir / "lab.toml";
  const std::set<std::string> submit(manifest.submit.begin(), manifest.submit.end());
  if (submit == targets.submit) return check_programs(file, programs, targets);
  return input_error(
      fmt::format("{}: found submit = {}, and in lockstep_lab(... SUBMIT) of CMakeLists.txt {}; "
                  "accepted: the same files in both",
                  file.string(), list(submit), list(targets.submit)));
}

Result<void> check_hidden_targets(const Manifest& manifest, const Targets& targets) {
  std::vector<std::string> programs;
  for (const Check& check : manifest.checks) {
    if (check.hidden && !program_of_cases(check).empty()) programs.emplace_back(program_of_cases(check));
  }
  return check_programs(manifest.hidden / "checks.toml", programs, targets);
}

}  // namespace lockstep::build
