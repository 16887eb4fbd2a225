#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <system_error>

#include "build/build.h"
#include "build/full_disk.h"
#include "build/kit_build.h"
#include "build/project.h"
#include "os/file.h"
#include "process/find_program.h"

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
{flags})";

Result<fs::path> whole_path_of(const fs::path& file) {
  std::error_code failed;
  if (!fs::is_regular_file(file, failed)) return input_error(fmt::format("there is no file {}", file.string()));
  return fs::canonical(file, failed);
}

bool is_linked_as_it_is(const fs::path& file) {
  return file.extension() == ".a" || file.extension() == ".so" || file.extension() == ".o";
}

/// What a compiler is given, in their order: the last one counts.
std::vector<FlagWords> flags_of(const ExploredSource& source) {
  std::vector<FlagWords> flags = source.flags.both;
  const auto& own = source.file.extension() == ".c" ? source.flags.c : source.flags.cxx;
  flags.insert(flags.end(), own.begin(), own.end());
  // A `main` that is not exported could not be called.
  if (!flags.empty()) flags.push_back({"-fvisibility=default"});
  return flags;
}

/// A file with flags, named by what it holds: where they change, so does the compiler's command.
Result<fs::path> written(std::span<const FlagWords> flags, const fs::path& dir) {
  const std::string text = response_file(flags);
  const fs::path file = dir / fmt::format("{:016x}.flags", std::hash<std::string>{}(text));
  if (os::read_file(file).value_or("") == text) return file;
  if (auto done = os::write_file(file, text); !done) return tl::unexpected(done.error());
  return file;
}

/// Linked once, though each of several sources asks for it.
template <class Value>
void add_new(std::vector<Value>& all, const std::vector<Value>& more) {
  for (const Value& value : more) {
    if (std::find(all.begin(), all.end(), value) == all.end()) all.push_back(value);
  }
}

/// The lines of the project that give compiler and linker their flags. Paths of the flags' files need no quoting.
Result<std::string> flag_lines(std::span<const ExploredSource> sources, const fs::path& dir) {
  std::string lines;
  std::vector<FlagWords> link;
  std::vector<std::string> libraries;
  for (const ExploredSource& source : sources) {
    add_new(link, source.flags.link);
    add_new(libraries, source.flags.libraries);
    if (is_linked_as_it_is(source.file)) {
      lines += fmt::format("target_link_libraries(program PRIVATE \"{}\")\n", source.file.string());
      continue;
    }
    const auto flags = flags_of(source);
    if (flags.empty()) continue;
    const auto file = written(flags, dir);
    if (!file) return tl::unexpected(file.error());
    lines += fmt::format("set_source_files_properties(\"{}\" PROPERTIES COMPILE_OPTIONS \"@{}\")\n",
                         source.file.string(), file->string());
  }
  if (!link.empty()) {
    const auto file = written(link, dir);
    if (!file) return tl::unexpected(file.error());
    lines +=
        fmt::format("target_link_options(program PRIVATE \"@{0}\")\ntarget_link_options(explored PRIVATE \"@{0}\")\n",
                    file->string());
  }
  for (const std::string& library : libraries) {
    lines += fmt::format("target_link_libraries(program PRIVATE [==[{}]==])\n", library);
  }
  return lines;
}

/// The C compiler that belongs to clang++; empty where the usual one serves.
std::string c_compiler(const std::string& cxx_compiler) {
  const fs::path path = cxx_compiler;
  std::string name = path.filename().string();
  const std::size_t at = name.find("clang++");
  if (at == std::string::npos) return "";
  name.erase(at + std::string_view("clang").size(), 2);
  std::error_code failed;
  if (path.has_parent_path()) {
    const fs::path beside = path.parent_path() / name;
    return fs::exists(beside, failed) ? beside.string() : "";
  }
  return process::find_program(name) ? name : "";
}

Result<std::vector<ExploredSource>> found(std::span<const ExploredSource> sources) {
  std::vector<ExploredSource> all(sources.begin(), sources.end());
  for (ExploredSource& source : all) {
    auto path = whole_path_of(source.file);
    if (!path) return tl::unexpected(path.error());
    source.file = std::move(*path);
  }
  return all;
}

/// Leaves the project's text in `dir`, and its flags' files.
Result<void> write_project(std::span<const ExploredSource> sources, const std::string& listed, const fs::path& dir) {
  std::error_code failed;
  fs::create_directories(dir, failed);
  const auto lines = flag_lines(sources, dir);
  if (!lines) return tl::unexpected(lines.error());
  const std::string text = fmt::format(fmt::runtime(kProject), fmt::arg("files", listed), fmt::arg("flags", *lines));
  if (os::read_file(dir / "CMakeLists.txt").value_or("") == text) return {};
  return os::write_file(dir / "CMakeLists.txt", text);
}

}  // namespace

Result<std::variant<fs::path, BuildFailure>> build_explored(const Kit& kit, std::span<const ExploredSource> sources,
                                                            Slot slot, std::stop_token stop) {
  const auto there = found(sources);
  if (!there) return tl::unexpected(there.error());
  std::string listed;
  for (const ExploredSource& source : *there) {
    if (!is_linked_as_it_is(source.file))
      listed += fmt::format("{}\"{}\"", listed.empty() ? "" : " ", source.file.string());
  }
  if (listed.empty()) return input_error("no source is among the files: at least one of C or C++ is needed");
  const auto kit_dir = build_kit(kit, Flavour::kExplore, 0, stop);
  if (!kit_dir) return tl::unexpected(kit_dir.error());
  const fs::path dir = kit.build_dir / "explored" / fmt::format("slot{}", slot.number) /
                       fmt::format("{:016x}", std::hash<std::string>{}(listed));
  if (auto done = write_project(*there, listed, dir / "src"); !done) return tl::unexpected(done.error());
  Project project{.source = dir / "src",
                  .build = dir / folder_name(kit, Flavour::kExplore),
                  .compiler = kit.compiler,
                  .settings = {{"LOCKSTEP_FLAVOUR", "explore"}, {"LOCKSTEP_KIT_BUILT", kit_dir->string()}}};
  if (const std::string c = c_compiler(kit.compiler); !c.empty()) project.settings["CMAKE_C_COMPILER"] = c;
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
