#include "cli/skeleton.h"

#include <fmt/chrono.h>
#include <fmt/core.h>

#include <ctime>
#include <system_error>
#include <utility>

#include "cli/write_together.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

Result<std::optional<std::string>> read_if_there(const fs::path& file) {
  std::error_code failed;
  if (!fs::exists(fs::symlink_status(file, failed))) return std::nullopt;
  return os::read_file(file).map([](std::string text) { return std::optional(std::move(text)); });
}

/// A new folder that no other has made, named by the time in this place.
Result<fs::path> new_folder(const fs::path& parent) {
  std::error_code failed;
  fs::create_directories(parent, failed);
  const std::string now = fmt::format("{:%Y-%m-%d_%H-%M-%S}", fmt::localtime(std::time(nullptr)));
  for (int number = 1; !failed; ++number) {
    fs::path folder = parent / (number == 1 ? now : fmt::format("{}_{}", now, number));
    if (fs::create_directory(folder, failed)) return folder;
  }
  return machine_error(fmt::format("cannot make a folder in {}: {}", parent.string(), failed.message()));
}

}  // namespace

Result<std::vector<HandedOut>> handed_out(const Manifest& manifest) {
  std::vector<HandedOut> files;
  files.reserve(manifest.submit.size());
  for (const std::string& name : manifest.submit) {
    const fs::path kept = manifest.dir / kOriginal / name;
    auto original = read_if_there(kept);
    if (!original) return tl::unexpected(original.error());
    if (!*original) {
      return input_error(fmt::format(
          "{} is not there: the lab keeps no copy of {} as it was handed out. Get the folder {} again from where you "
          "have the lab. As its author, make it of the files as they are now: ./lab reset {} --hand-out",
          kept.string(), name, kOriginal, manifest.id));
    }
    auto now = read_if_there(manifest.dir / name);
    if (!now) return tl::unexpected(now.error());
    files.push_back({.name = name, .original = std::move(**original), .now = std::move(*now)});
  }
  return files;
}

Result<void> hand_out(const Manifest& manifest) {
  for (const std::string& name : manifest.submit) {
    const auto text = os::read_file(manifest.dir / name);
    if (!text) return tl::unexpected(text.error());
    if (auto written = os::write_file(manifest.dir / kOriginal / name, *text); !written) return written;
  }
  return {};
}

Result<fs::path> back_up(const fs::path& build_dir, const Manifest& manifest, const std::vector<HandedOut>& files) {
  auto folder = new_folder(build_dir / "backups" / manifest.name);
  if (!folder) return folder;
  for (const HandedOut& file : files) {
    if (!file.now || !file.is_changed()) continue;
    if (auto written = os::write_file(*folder / file.name, *file.now); !written) {
      return tl::unexpected(written.error());
    }
  }
  return folder;
}

}  // namespace lockstep::cli
