#include "cli/write_or_print.h"

#include <fmt/core.h>

#include "os/file.h"

namespace lockstep::cli {

Result<void> write_or_print(const std::filesystem::path& file, const std::string& text) {
  if (file != "-") return os::write_file(file, text);
  fmt::print("{}", text);
  return {};
}

}  // namespace lockstep::cli
