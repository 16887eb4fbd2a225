#include "export/selection.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace lockstep::exported {
namespace {

std::vector<std::string_view> components(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const auto end = std::min(path.find('/'), path.size());
    parts.push_back(path.substr(0, end));
    path.remove_prefix(std::min(path.size(), end + 1));
  }
  return parts;
}

bool begins_with_any(std::string_view path, std::span<const std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [path](std::string_view beginning) { return path.starts_with(beginning); });
}

bool ends_with_any(std::string_view path, std::span<const std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [path](std::string_view ending) { return path.ends_with(ending); });
}

/// What is not told apart by its place: hidden files, and what an editor or an interrupted write left.
bool is_left_behind(std::string_view path) {
  constexpr std::array<std::string_view, 5> kEndings{"~", ".part", ".orig", ".rej", ".swp"};
  const auto parts = components(path);
  return ends_with_any(path, kEndings) ||
         std::any_of(parts.begin(), parts.end(), [](std::string_view part) { return part.starts_with('.'); });
}

}  // namespace

bool is_of_kit(std::string_view path) {
  constexpr std::array<std::string_view, 4> kTop{"CMakeLists.txt", "CMakePresets.json", "LICENSE", "lab"};
  if (std::find(kTop.begin(), kTop.end(), path) != kTop.end()) return true;
  if (!path.starts_with("grader/") || is_left_behind(path)) return false;
  if (path.starts_with("grader/cli/run_test.")) return true;  // `./lab test`, no test
  constexpr std::array<std::string_view, 9> kForTests{"grader/checks/speedup/accuracy/",
                                                      "grader/cli/lab_template/",
                                                      "grader/concepts/",
                                                      "grader/explorer/bench/",
                                                      "grader/explorer/corpus/",
                                                      "grader/explorer/twin/",
                                                      "grader/export/platforms/",
                                                      "grader/fuzz/",
                                                      "grader/page/browser/"};
  constexpr std::array<std::string_view, 6> kTests{"_test.cpp", "_test.h", "_test.sh", "_fixture.h", ".mjs", ".py"};
  const auto parts = components(path);
  return !begins_with_any(path, kForTests) && !ends_with_any(path, kTests) &&
         std::find(parts.begin(), parts.end(), "testdata") == parts.end();
}

bool is_of_lab(std::string_view path) {
  const auto parts = components(path);
  return !parts.empty() && !is_left_behind(path) && parts.front() != "build" && !parts.front().starts_with("build-");
}

std::span<const std::string_view> learners_pages() {
  static constexpr std::array<std::string_view, 21> kPages{".clangd",
                                                           ".devcontainer/devcontainer.json",
                                                           ".dockerignore",
                                                           ".gitattributes",
                                                           ".vscode/extensions.json",
                                                           ".vscode/launch.json",
                                                           ".vscode/settings.json",
                                                           ".vscode/tasks.json",
                                                           "Dockerfile",
                                                           "docs/editors.md",
                                                           "docs/explorer.md",
                                                           "docs/formats/README.md",
                                                           "docs/formats/explore-1.md",
                                                           "docs/formats/grade-1.md",
                                                           "docs/glossary.md",
                                                           "docs/grade.svg",
                                                           "docs/integrity.md",
                                                           "docs/labs.md",
                                                           "docs/linearizability.md",
                                                           "docs/report.png",
                                                           "docs/sanitizers.md"};
  return kPages;
}

}  // namespace lockstep::exported
