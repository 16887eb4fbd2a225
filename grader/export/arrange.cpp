#include "export/arrange.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "export/links.h"
#include "export/template_text.h"

namespace lockstep::exported {
namespace {

std::vector<LabWords> words_of(std::span<const Manifest> labs) {
  std::vector<LabWords> words;
  words.reserve(labs.size());
  for (const Manifest& lab : labs) {
    std::string files;
    for (const std::string& name : lab.submit) files += (files.empty() ? "" : ",") + name;
    words.push_back(
        {.id = lab.id, .name = lab.name, .title = lab.title, .points = lab.points, .files = std::move(files)});
  }
  return words;
}

}  // namespace

Package arrange(const Platform& platform, std::span<const Manifest> labs, const Package& kit,
                const Package& templates) {
  Package package;
  for (const auto& [path, file] : kit) package[std::string(platform.kit_at) + path] = file;
  const auto words = words_of(labs);
  for (const auto& [path, file] : templates) {
    package[filled_in(path, words)] = {.text = filled_in(file.text, words), .executable = file.executable};
  }
  std::set<std::string, std::less<>> files;
  for (const auto& [path, file] : package) files.insert(path);
  for (auto& [path, file] : package) {
    if (path.ends_with(".md")) file.text = without_dead_links(file.text, path, files);
  }
  return package;
}

}  // namespace lockstep::exported
