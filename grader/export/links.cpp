#include "export/links.h"

#include <algorithm>
#include <filesystem>
#include <regex>

namespace lockstep::exported {
namespace {

/// Whether a link leads out to the web, within the page, or to a file or folder that is there.
bool leads_somewhere(std::string_view target, std::string_view path, const std::set<std::string, std::less<>>& files) {
  if (target.find("://") != std::string_view::npos || target.starts_with("mailto:") || target.starts_with('#')) {
    return true;
  }
  const std::filesystem::path file(target.substr(0, target.find('#')));
  std::string whole = (std::filesystem::path(path).parent_path() / file).lexically_normal().string();
  if (whole.ends_with('/')) whole.pop_back();
  if (files.contains(whole)) return true;
  const auto below = files.lower_bound(whole + "/");
  return below != files.end() && below->starts_with(whole + "/");
}

std::string with_living_links(const std::string& line, std::string_view path,
                              const std::set<std::string, std::less<>>& files) {
  static const std::regex link_form(R"((!?)\[([^\]]*)\]\(([^)\s]+)\))");
  std::string text;
  auto rest = line.cbegin();
  for (std::smatch link; std::regex_search(rest, line.cend(), link, link_form);) {
    text.append(link.prefix().first, link.prefix().second);
    if (leads_somewhere(link.str(3), path, files)) {
      text += link.str();
    } else if (link.length(1) == 0) {
      text += link.str(2);
    }
    rest = link.suffix().first;
  }
  return text.append(rest, line.cend());
}

}  // namespace

std::string without_dead_links(std::string_view page, std::string_view path,
                               const std::set<std::string, std::less<>>& files) {
  std::string text;
  bool fenced = false;
  while (!page.empty()) {
    const auto end = std::min(page.find('\n'), page.size());
    const std::string line(page.substr(0, end));
    if (line.starts_with("```")) fenced = !fenced;
    text += fenced || line.starts_with("    ") ? line : with_living_links(line, path, files);
    if (end < page.size()) text += '\n';
    page.remove_prefix(std::min(page.size(), end + 1));
  }
  return text;
}

}  // namespace lockstep::exported
