#include "intake/holding.h"

#include <fmt/core.h>

#include <algorithm>

#include "intake/limits.h"
#include "text/plain_text.h"

namespace lockstep::intake {

std::string harm_in(std::string_view path) {
  const std::string shown = shortened(plain_line(path), 100);
  if (path.empty()) return "has an entry without a name";
  if (path.size() > kLongestPath) return fmt::format("has a path of {} bytes: {}", path.size(), shown);
  if (path.find('\0') != std::string_view::npos) return fmt::format("has a path with a zero byte: {}", shown);
  if (path.front() == '/') return fmt::format("has an absolute path: {}", shown);
  if (path.size() > 1 && path[1] == ':') return fmt::format("has a path with a drive: {}", shown);
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('/'));
    if (part == "..") return fmt::format("has a path that leads out of it: {}", shown);
    path.remove_prefix(std::min(path.size(), part.size() + 1));
  }
  return {};
}

bool is_litter(std::string_view path) {
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('/'));
    if (part.starts_with('.') || part == "__MACOSX" || part == "Thumbs.db") return true;
    path.remove_prefix(std::min(path.size(), part.size() + 1));
  }
  return false;
}

}  // namespace lockstep::intake
