#include "cli/machine.h"

#include <fmt/core.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <string_view>

#include "process/find_program.h"
#include "process/run.h"

namespace lockstep::cli {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string os_name() {
  std::ifstream file("/etc/os-release");
  constexpr std::string_view kKey = "PRETTY_NAME=\"";
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with(kKey)) return line.substr(kKey.size(), line.size() - kKey.size() - 1);
  }
  return "Linux";
}

std::string compiler_version(const CommandContext& here) {
  process::Command command;
  command.argv = {here.kit.compiler, "-dumpfullversion", "-dumpversion"};
  process::Sandbox open;
  open.backend = process::SandboxBackend::kNone;
  open.builds = true;
  const auto run = process::run(command, {}, open, here.stop);
  std::string version = run ? run->output : "";
  while (!version.empty() && version.back() == '\n') version.pop_back();
  return fmt::format("{} {}", std::filesystem::path(here.kit.compiler).filename().string(), version);
}

}  // namespace

Result<build::Kit> find_kit(const std::string& compiler) {
  build::Kit kit;
  kit.root = variable("LOCKSTEP_ROOT");
  if (kit.root.empty() || !std::filesystem::is_directory(kit.root / "labs")) {
    return input_error("no kit found: start the grader through ./lab, which sets LOCKSTEP_ROOT to the kit's folder");
  }
  kit.build_dir = variable("LOCKSTEP_BUILD_DIR");
  if (kit.build_dir.empty()) kit.build_dir = kit.root / "build";
  kit.compiler = compiler;
  if (kit.compiler.empty()) kit.compiler = process::find_program("g++").has_value() ? "g++" : "clang++";
  const bool found = kit.compiler.find('/') != std::string::npos ? access(kit.compiler.c_str(), X_OK) == 0
                                                                 : process::find_program(kit.compiler).has_value();
  if (!found) {
    return machine_error(
        fmt::format("the C++ compiler {} is not on this machine; install it (apt-get install g++) or name another: "
                    "--compiler clang++",
                    kit.compiler));
  }
  return kit;
}

report::Machine describe_machine(const CommandContext& here) {
  utsname names{};
  uname(&names);
  return {.os = os_name(),
          .kernel = names.release,
          .compiler = compiler_version(here),
          .cores = here.cores,
          .sandbox = std::string(process::name(here.selection.backend))};
}

std::string sandbox_warning(const process::SandboxSelection& selection) {
  std::string open = process::missing(selection.backend);
  if (open.empty()) return open;
  for (const auto& why : selection.refused) open += "\n  " + why;
  return open;
}

}  // namespace lockstep::cli
