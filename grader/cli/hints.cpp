#include "cli/hints.h"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>
#include <system_error>

#include "os/file.h"

namespace lockstep::cli {
namespace {

void append_hints(std::string_view text, std::vector<std::string>& hints) {
  std::string title;
  bool in_hint = false;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size() - 1);
    const std::string_view line = text.substr(0, end + 1);
    text.remove_prefix(end + 1);
    if (line.starts_with("# ")) {
      title = line;
      in_hint = false;
    } else if (line.starts_with("## ")) {
      hints.push_back(title + "\n");
      in_hint = true;
    }
    if (in_hint) hints.back() += line;
  }
}

}  // namespace

Result<std::vector<std::string>> read_hints(const std::filesystem::path& lab_dir) {
  std::vector<std::filesystem::path> files;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(lab_dir / "hints", failed)) {
    if (entry.path().extension() == ".md") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());

  std::vector<std::string> hints;
  for (const auto& file : files) {
    const auto text = os::read_file(file);
    if (!text) return tl::unexpected(text.error());
    append_hints(*text, hints);
  }
  return hints;
}

}  // namespace lockstep::cli
