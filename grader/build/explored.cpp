#include <fmt/format.h>

#include <functional>
#include <system_error>

#include "build/build.h"
#include "build/full_disk.h"
#include "build/kit_build.h"
#include "build/project.h"
#include "os/file.h"

namespace lockstep::build {
namespace {

namespace fs = std::filesystem;

/// The program lies in a shared library of its own, so that the explorer can put its variables back.
constexpr std::string_view kProject = R"(cmake_minimum_required(VERSION 3.25)
project(explored LANGUAGES C CXX)
find_package(GTest REQUIRED)
find_package(Threads REQUIRED)
find_package(nlohmann_json REQUIRED)
include(${{LOCKSTEP_KIT_BUILT}}/lockstep-kit.cmake)
add_library(program SHARED {files})
target_link_libraries(program PRIVATE lockstep::flavour lockstep::explored)
# Templates of the standard library that it has made are its own, not the executable's, which are not instrumented.
target_link_options(program PRIVATE -Wl,-Bsymbolic)
file(TOUCH nothing.cpp)
add_executable(explored nothing.cpp)
target_link_libraries(explored PRIVATE lockstep::explorer_program program)
)";

Result<std::vector<std::string>> absolute_paths(std::span<const fs::path> files) {
  std::vector<std::string> paths;
  for (const fs::path& file : files) {
    std::error_code failed;
    if (!fs::is_regular_file(file, failed)) return input_error(fmt::format("there is no file {}", file.string()));
    paths.push_back("\"" + fs::canonical(file, failed).string() + "\"");
  }
  return paths;
}

}  // namespace

Result<std::variant<fs::path, BuildFailure>> build_explored(const Kit& kit, std::span<const fs::path> files, Slot slot,
                                                            std::stop_token stop) {
  const auto paths = absolute_paths(files);
  if (!paths) return tl::unexpected(paths.error());
  const auto kit_dir = build_kit(kit, Flavour::kExplore, 0, stop);
  if (!kit_dir) return tl::unexpected(kit_dir.error());
  const std::string listed = fmt::format("{}", fmt::join(*paths, " "));
  const fs::path dir = kit.build_dir / "explored" / fmt::format("slot{}", slot.number) /
                       fmt::format("{:016x}", std::hash<std::string>{}(listed));
  const std::string text = fmt::format(fmt::runtime(kProject), fmt::arg("files", listed));
  std::error_code failed;
  fs::create_directories(dir / "src", failed);
  if (os::read_file(dir / "src/CMakeLists.txt").value_or("") != text) {
    if (auto written = os::write_file(dir / "src/CMakeLists.txt", text); !written) {
      return tl::unexpected(written.error());
    }
  }
  const Project project{.source = dir / "src",
                        .build = dir / folder_name(kit, Flavour::kExplore),
                        .compiler = kit.compiler,
                        .settings = {{"LOCKSTEP_FLAVOUR", "explore"}, {"LOCKSTEP_KIT_BUILT", kit_dir->string()}}};
  if (auto configured = configure(project, stop); !configured) return tl::unexpected(configured.error());
  const auto made = make(project, {}, stop);
  if (!made) return tl::unexpected(made.error());
  if (made->succeeded()) return project.build / "explored";
  if (auto full = full_disk(made->text, kit.build_dir)) return tl::unexpected(std::move(*full));
  if (std::holds_alternative<process::Starved>(made->exit)) {
    return machine_error(fmt::format("the compiler {}", process::describe(made->exit)));
  }
  return BuildFailure{.text = made->text, .file = "", .line = 0};
}

}  // namespace lockstep::build
