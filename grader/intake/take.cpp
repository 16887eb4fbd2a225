#include "intake/take.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "build/submitted.h"
#include "text/plain_text.h"

namespace lockstep::intake {
namespace {

constexpr int kFoldersAround = 3;

constexpr std::array<std::string_view, 4> kEndings{".tar.gz", ".tgz", ".tar", ".zip"};

std::size_t ending_of(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const std::string_view ending : kEndings) {
    if (name.size() > ending.size() && name.ends_with(ending)) return ending.size();
  }
  return 0;
}

/// "a/" when everything below `base` is in base + "a/"; empty otherwise.
std::string only_folder(const Holding& holding, const std::string& base) {
  std::string only;
  for (const std::string& path : holding.files) {
    if (!path.starts_with(base) || is_litter(path)) continue;
    const std::string rest = path.substr(base.size());
    const auto end = rest.find('/');
    if (end == std::string::npos) return {};
    const std::string folder = rest.substr(0, end + 1);
    if (!only.empty() && only != folder) return {};
    only = folder;
  }
  return only;
}

/// The folders in which the files may lie, with '/' at the end, the likelier ones first.
std::vector<std::string> places(const Holding& holding, const Asked& asked) {
  std::vector<std::string> places;
  std::string around;
  for (int depth = 0; depth <= kFoldersAround; ++depth) {
    for (const std::string& place : {std::string(), asked.lab + "/", "labs/" + asked.lab + "/"}) {
      places.push_back(around + place);
    }
    const std::string only = only_folder(holding, around);
    if (only.empty()) break;
    around += only;
  }
  return places;
}

bool has(const Holding& holding, const std::string& path) {
  return holding.files.contains(path) || holding.links.contains(path);
}

std::vector<std::string> missing_in(const std::string& place, const Holding& holding, const Asked& asked) {
  std::vector<std::string> missing;
  for (const std::string& file : asked.submit) {
    if (!has(holding, place + file)) missing.push_back(file);
  }
  return missing;
}

/// A few of the files that are there, for a person.
std::string what_is_there(const Holding& holding) {
  constexpr std::size_t kFew = 4;
  std::vector<std::string> few;
  for (const std::string& path : holding.files) {
    if (is_litter(path)) continue;
    if (few.size() == kFew) {
      few.emplace_back("...");
      break;
    }
    few.push_back(shortened(plain_line(path), 60));
  }
  return few.empty() ? "there is no file" : fmt::format("found {}", fmt::join(few, ", "));
}

Result<std::string> read(const Holding& holding, const std::string& path) {
  if (holding.links.contains(path)) {
    return input_error(fmt::format("{} is a link; a regular file is accepted", plain_line(path)));
  }
  auto text = holding.read(path);
  if (text && text->size() > build::kLargestFile) {
    return input_error(fmt::format("{} is too large: {} bytes, at most {} are accepted", plain_line(path), text->size(),
                                   build::kLargestFile));
  }
  return text;
}

}  // namespace

Result<std::map<std::string, std::string>> take(const Holding& holding, const Asked& asked) {
  std::vector<std::string> fewest = asked.submit;
  for (const std::string& place : places(holding, asked)) {
    std::vector<std::string> missing = missing_in(place, holding, asked);
    if (!missing.empty()) {
      if (missing.size() < fewest.size()) fewest = std::move(missing);
      continue;
    }
    std::map<std::string, std::string> taken;
    for (const std::string& file : asked.submit) {
      auto text = read(holding, place + file);
      if (!text) return tl::unexpected(text.error());
      taken[file] = std::move(*text);
    }
    return taken;
  }
  return input_error(fmt::format("lacks {}; {}", fmt::join(fewest, ", "), what_is_there(holding)));
}

std::string archive_within(const Holding& holding, const Asked& asked) {
  std::string archive;
  for (const std::string& path : holding.files) {
    const auto slash = path.rfind('/');
    const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
    if (std::find(asked.submit.begin(), asked.submit.end(), name) != asked.submit.end()) return {};
    if (!is_archive(name) || is_litter(path)) continue;
    if (!archive.empty()) return {};
    archive = path;
  }
  return archive;
}

bool is_archive(const std::string& name) { return ending_of(name) > 0; }

std::string without_ending(const std::string& name) { return name.substr(0, name.size() - ending_of(name)); }

}  // namespace lockstep::intake
