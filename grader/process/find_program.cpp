#include "process/find_program.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <system_error>

namespace lockstep::process {

namespace fs = std::filesystem;

std::optional<fs::path> find_program(std::string_view name) {
  const char* path = std::getenv("PATH");
  for (std::string_view rest = path != nullptr ? path : "/usr/bin:/bin"; !rest.empty();) {
    const auto end = std::min(rest.find(':'), rest.size());
    const fs::path file = fs::path(rest.substr(0, end)) / name;
    std::error_code ignored;
    if (file.is_absolute() && fs::is_regular_file(file, ignored) && access(file.c_str(), X_OK) == 0) return file;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return std::nullopt;
}

fs::path init_program() { return LOCKSTEP_INIT; }

}  // namespace lockstep::process
