#include "build/project.h"

#include <fmt/core.h>

#include <algorithm>
#include <system_error>

#include "build/full_disk.h"
#include "os/file.h"
#include "process/find_program.h"

namespace lockstep::build {
namespace {

namespace fs = std::filesystem;

/// All that makes a configured build folder valid: when it differs, CMake starts from nothing.
std::string stamp_of(const Project& project, const std::string& compiler_version) {
  std::string stamp = fmt::format("{}\n{}\n{}\n", project.source.string(), project.compiler, compiler_version);
  for (const auto& [name, value] : project.settings) stamp += fmt::format("{}={}\n", name, value);
  return stamp;
}

Result<void> failed_with(const fs::path& build, std::string_view what, const ToolRun& run) {
  if (auto full = full_disk(run.text, build.parent_path())) return tl::unexpected(std::move(*full));
  const fs::path log = build.string() + ".log";
  if (auto written = os::write_file(log, run.text); !written) return written;
  return machine_error(
      fmt::format("{}: {} {}; log: {}", build.string(), what, process::describe(run.exit), log.string()));
}

/// Where the compiler really is: a sandbox has no /etc, through which Debian's alternatives lead.
fs::path without_alternatives(const fs::path& compiler) {
  std::error_code failed;
  fs::path path = compiler;
  while (fs::is_symlink(path, failed)) {
    const fs::path target = fs::read_symlink(path, failed);
    const bool alternative = target.string().starts_with("/etc/") || path.string().starts_with("/etc/");
    if (!alternative) break;
    path = target;
  }
  return path;
}

Result<fs::path> find_compiler(const std::string& compiler) {
  if (compiler.find('/') != std::string::npos) return without_alternatives(compiler);
  const auto found = process::find_program(compiler);
  if (!found) return machine_error(fmt::format("the C++ compiler {} is not on this machine", compiler));
  return without_alternatives(*found);
}

/// What Ninja would say, after a look at the same files as those that its dry run has just looked at.
ToolRun nothing_to_do() { return {.exit = process::Exited{0}, .text = {}}; }

}  // namespace

Result<std::string> identify_compiler(const std::string& compiler, std::stop_token stop) {
  const auto run = run_trusted({compiler, "--version"}, stop);
  if (!run) return tl::unexpected(run.error());
  if (!run->succeeded()) {
    return machine_error(fmt::format("the C++ compiler {} does not work: {}", compiler, process::describe(run->exit)));
  }
  return run->text.substr(0, run->text.find('\n'));
}

Result<void> configure(const Project& project, std::stop_token stop) {
  const auto version = identify_compiler(project.compiler, stop);
  if (!version) return tl::unexpected(version.error());
  const std::string stamp = stamp_of(project, *version);
  const fs::path stamp_file = project.build / "lockstep.stamp";
  std::error_code failed;
  if (fs::exists(stamp_file, failed) && os::read_file(stamp_file).value_or("") == stamp) {
    const auto refreshed = make(project, {"build.ninja"}, stop);
    if (!refreshed) return tl::unexpected(refreshed.error());
    if (refreshed->succeeded()) return {};
    if (stop.stop_requested()) return machine_error("interrupted");
    if (auto full = full_disk(refreshed->text, project.build.parent_path())) return tl::unexpected(std::move(*full));
  }

  const auto compiler = find_compiler(project.compiler);
  if (!compiler) return tl::unexpected(compiler.error());
  fs::remove_all(project.build, failed);
  std::vector<std::string> argv{"cmake",       "-S", project.source, "-B",
                                project.build, "-G", "Ninja",        "-DCMAKE_CXX_COMPILER=" + compiler->string()};
  for (const auto& [name, value] : project.settings) argv.push_back(fmt::format("-D{}={}", name, value));
  const auto run = run_trusted(argv, stop);
  if (!run) return tl::unexpected(run.error());
  if (!run->succeeded()) return failed_with(project.build, "cmake", *run);
  return os::write_file(stamp_file, stamp);
}

std::vector<std::string> ninja(const Project& project, const std::vector<std::string>& targets) {
  std::vector<std::string> argv{"ninja", "-C", project.build};
  if (project.jobs > 0) argv.push_back(fmt::format("-j{}", project.jobs));
  argv.insert(argv.end(), targets.begin(), targets.end());
  return argv;
}

std::optional<int> steps_to(const Project& project, const std::vector<std::string>& targets, std::stop_token stop) {
  std::vector<std::string> argv = ninja(project, targets);
  argv.emplace_back("-n");
  const auto run = run_trusted(argv, stop);
  if (!run || !run->succeeded()) return std::nullopt;
  return steps_in_dry_run(run->text);
}

Result<ToolRun> make(const Project& project, const std::vector<std::string>& targets, std::stop_token stop,
                     StepCounter* counter) {
  if (counter == nullptr) return run_trusted(ninja(project, targets), stop);
  const auto steps = steps_to(project, targets, stop);
  if (steps == 0) return nothing_to_do();
  counter->begin(project.build, steps.value_or(0));
  auto run = run_trusted(ninja(project, targets), stop);
  counter->end();
  return run;
}

Result<ToolRun> make_confined(const Project& project, const std::vector<std::string>& targets, process::Sandbox shown,
                              std::stop_token stop, StepCounter* counter) {
  const auto steps = steps_to(project, targets, stop);
  if (steps == 0) return nothing_to_do();
  if (counter != nullptr) counter->begin(project.build, steps.value_or(0));
  shown.writable = {project.build};
  shown.builds = true;
  auto run = run_confined(ninja(project, targets), shown, std::max(steps.value_or(0), 1), stop);
  if (counter != nullptr) counter->end();
  return run;
}

}  // namespace lockstep::build
