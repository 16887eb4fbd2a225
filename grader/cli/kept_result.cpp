#include "cli/kept_result.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <system_error>
#include <utility>
#include <vector>

#include "os/file.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

/// All files of a folder with their content, or with the time of their last change.
enum class By { kContent, kTime };

std::string state_of(const fs::path& dir, By by) {
  std::vector<std::string> files;
  std::error_code failed;
  for (auto entry = fs::recursive_directory_iterator(dir, failed); !failed && entry != fs::end(entry);
       entry.increment(failed)) {
    if (!entry->is_regular_file(failed)) continue;
    files.push_back(fmt::format("{}\n{}\n", entry->path().string(),
                                by == By::kContent
                                    ? os::read_file(entry->path()).value_or("")
                                    : std::to_string(entry->last_write_time(failed).time_since_epoch().count())));
  }
  std::sort(files.begin(), files.end());
  return fmt::format("{}", fmt::join(files, ""));
}

}  // namespace

std::string state_of(const CommandContext& here, const Manifest& manifest) {
  return here.kit.compiler + state_of(manifest.dir, By::kContent) +
         (manifest.hidden.empty() ? "" : state_of(manifest.hidden, By::kContent)) +
         state_of(here.kit.root / "grader", By::kTime);
}

KeptResult::KeptResult(fs::path file, const std::string& state)
    : file_(std::move(file)), made_from_(fmt::format("{:016x}", std::hash<std::string>{}(state))) {}

std::optional<nlohmann::json> KeptResult::read() const {
  auto json = nlohmann::json::parse(os::read_file(file_).value_or(""), nullptr, false);
  if (!json.is_object() || json.value("made_from", "") != made_from_) return std::nullopt;
  return json;
}

Result<void> KeptResult::write(nlohmann::json result) const {
  result["made_from"] = made_from_;
  return os::write_file(file_, result.dump(1) + "\n");
}

}  // namespace lockstep::cli
