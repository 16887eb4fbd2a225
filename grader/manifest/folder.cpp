#include "manifest/folder.h"

#include <algorithm>
#include <system_error>

namespace lockstep::manifest {
namespace {

// A range-for over an iterator of the standard library throws where a folder vanishes meanwhile.
template <class Iterator>
std::vector<std::filesystem::path> all(const std::filesystem::path& dir) {
  std::vector<std::filesystem::path> paths;
  std::error_code failed;
  for (Iterator entry(dir, failed); !failed && entry != Iterator(); entry.increment(failed)) {
    paths.push_back(entry->path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

std::vector<std::filesystem::path> entries_in(const std::filesystem::path& dir) {
  return all<std::filesystem::directory_iterator>(dir);
}

std::vector<std::filesystem::path> files_below(const std::filesystem::path& dir) {
  std::vector<std::filesystem::path> files;
  for (const auto& path : all<std::filesystem::recursive_directory_iterator>(dir)) {
    if (!is_folder(path)) files.push_back(path.lexically_relative(dir));
  }
  return files;
}

bool is_file(const std::filesystem::path& path) {
  std::error_code failed;
  return std::filesystem::is_regular_file(path, failed);
}

bool is_folder(const std::filesystem::path& path) {
  std::error_code failed;
  return std::filesystem::is_directory(path, failed);
}

}  // namespace lockstep::manifest
