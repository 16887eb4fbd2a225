#include "cli/path_from_here.h"

#include <system_error>

namespace lockstep::cli {

std::filesystem::path path_from_here(const std::filesystem::path& path) {
  std::error_code failed;
  const auto here = std::filesystem::current_path(failed);
  const auto relative = std::filesystem::weakly_canonical(path, failed).lexically_relative(here);
  return failed || relative.empty() || *relative.begin() == ".." ? path : relative;
}

}  // namespace lockstep::cli
