#include "cli/class_order.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace lockstep::cli {
namespace {

/// The names of the files, those with the fewest versions first.
std::vector<std::string> rarely_changed_first(
    const std::map<std::string, std::map<std::string, std::string>>& contents) {
  std::map<std::string, std::set<std::string_view>> versions;
  for (const auto& [content, files] : contents) {
    for (const auto& [name, text] : files) versions[name].insert(text);
  }
  std::vector<std::pair<std::size_t, std::string>> counted;
  counted.reserve(versions.size());
  for (const auto& [name, texts] : versions) counted.emplace_back(texts.size(), name);
  std::sort(counted.begin(), counted.end());
  std::vector<std::string> names;
  names.reserve(counted.size());
  for (auto& [number, name] : counted) names.push_back(std::move(name));
  return names;
}

}  // namespace

std::vector<std::string> in_order_of_reuse(const std::map<std::string, std::map<std::string, std::string>>& contents) {
  const std::vector<std::string> names = rarely_changed_first(contents);
  std::vector<std::pair<std::vector<std::string_view>, std::string>> keyed;
  keyed.reserve(contents.size());
  for (const auto& [content, files] : contents) {
    std::vector<std::string_view> key;
    key.reserve(names.size());
    for (const std::string& name : names) {
      const auto file = files.find(name);
      key.push_back(file == files.end() ? std::string_view() : std::string_view(file->second));
    }
    keyed.emplace_back(std::move(key), content);
  }
  std::sort(keyed.begin(), keyed.end());
  std::vector<std::string> order;
  order.reserve(keyed.size());
  for (auto& [key, content] : keyed) order.push_back(std::move(content));
  return order;
}

}  // namespace lockstep::cli
