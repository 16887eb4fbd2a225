#include "manifest/labs.h"

#include <fmt/core.h>

#include <string>
#include <utility>

#include "manifest/folder.h"
#include "manifest/mistakes.h"
#include "manifest/spelling.h"
#include "manifest/words.h"

namespace lockstep {
namespace {

bool is_called(const std::string& lab, std::string_view called) {
  const std::string_view number(lab.data(), 2);
  const std::string_view name = std::string_view(lab).substr(3);
  return called == lab || called == name || called == number || (number[0] == '0' && called == number.substr(1));
}

std::string_view last_part(std::string_view path) {
  while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// Whether a path leads into a lab's folder.
bool is_in(const std::string& lab, std::string_view path) {
  const std::string folder = "labs/" + lab + "/";
  const auto at = path.find(folder);
  return at != std::string_view::npos && (at == 0 || path[at - 1] == '/');
}

}  // namespace

Result<std::vector<std::filesystem::path>> list_labs(const std::filesystem::path& root) {
  std::vector<std::filesystem::path> labs;
  for (auto& path : manifest::entries_in(root / "labs")) {
    if (manifest::is_folder(path) && manifest::is_lab_name(path.filename().string())) labs.push_back(std::move(path));
  }
  if (labs.empty())
    return input_error(fmt::format("found no lab in {}; accepted: folders NN-name", (root / "labs").string()));
  return labs;
}

Result<std::filesystem::path> find_lab(const std::filesystem::path& root, std::string_view called) {
  const auto labs = list_labs(root);
  if (!labs) return tl::unexpected(labs.error());
  std::vector<std::filesystem::path> meant;
  std::string all;
  std::vector<std::string> words;
  for (const auto& lab : *labs) {
    const std::string name = lab.filename().string();
    if (is_called(name, last_part(called)) || is_in(name, called)) meant.push_back(lab);
    all += "\n  " + name;
    words.insert(words.end(), {name, name.substr(3)});
  }
  if (meant.size() == 1) return meant.front();
  return input_error(fmt::format("found {} called {}{}; accepted: the number or name of one of these:{}",
                                 meant.empty() ? "no lab" : "several labs", manifest::in_quotes(called),
                                 meant.empty() ? manifest::suggestion(called, words) : "", all));
}

}  // namespace lockstep
