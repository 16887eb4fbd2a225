#include "cli/new_lab.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <system_error>
#include <utility>

#include "cli/skeleton.h"
#include "manifest/folder.h"
#include "manifest/manifest.h"
#include "manifest/words.h"
#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kNameRule =
    "NN-topic: two digits, \"-\", then small letters, digits and single \"-\", beginning with a letter: "
    "20-work-stealing";

bool is_new_name(std::string_view name) {
  if (!manifest::is_lab_name(name)) return false;
  const std::string_view topic = name.substr(3);
  return manifest::is_id(topic) && !topic.ends_with('-') && topic.find("--") == std::string_view::npos;
}

/// Nothing is where the lab goes, and no lab has its number.
Result<void> check_free(const fs::path& root, const std::string& name) {
  for (const char* folder : {"labs", "solutions"}) {
    for (const fs::path& other : manifest::entries_in(root / folder)) {
      const std::string taken = other.filename().string();
      if (!manifest::is_lab_name(taken) || taken.substr(0, 2) != name.substr(0, 2)) continue;
      return input_error(fmt::format(
          "{} is there already; accepted: a number that no folder of labs/ and solutions/ has", other.string()));
    }
  }
  return {};
}

Result<void> copy_filled_in(const fs::path& from, const fs::path& to, std::string_view name) {
  const auto files = manifest::files_below(from);
  if (files.empty()) return machine_error(fmt::format("{}: the template of a new lab is not there", from.string()));
  for (const fs::path& file : files) {
    const auto text = os::read_file(from / file);
    if (!text) return tl::unexpected(text.error());
    if (auto written = os::write_file(to / file, fill_in(*text, name)); !written) return written;
  }
  return {};
}

Result<void> move_to(const fs::path& from, const fs::path& to) {
  std::error_code failed;
  fs::create_directories(to.parent_path(), failed);
  if (!failed) fs::rename(from, to, failed);
  if (!failed) return {};
  return machine_error(fmt::format("cannot make {}: {}", to.string(), failed.message()));
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

}  // namespace

std::string fill_in(std::string text, std::string_view name) {
  const std::string number(name.substr(0, 2));
  std::string target(name.substr(3));
  std::string title = target;
  std::replace(target.begin(), target.end(), '-', '_');
  std::replace(title.begin(), title.end(), '-', ' ');
  title.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(title.front())));
  const std::array<std::pair<std::string_view, std::string_view>, 4> words{
      {{"NN-topic", name}, {"topic", target}, {"Topic", title}, {"NN", number}}};
  for (const auto& [word, by] : words) replace_all(text, word, by);
  return text;
}

Result<NewLab> make_lab(const fs::path& root, const std::string& name) {
  if (!is_new_name(name)) return input_error(fmt::format("found the name \"{}\"; accepted: {}", name, kNameRule));
  if (auto is_free = check_free(root, name); !is_free) return tl::unexpected(is_free.error());
  // Made whole beside its place, then moved there: what fails leaves nothing behind.
  const auto beside = os::TempDir::make(root / "labs");
  if (!beside) return tl::unexpected(beside.error());
  const fs::path source = root / "grader/cli/lab_template";
  for (const char* half : {"lab", "solution"}) {
    if (auto copied = copy_filled_in(source / half, beside->path() / half / name, name); !copied) {
      return tl::unexpected(copied.error());
    }
  }
  const fs::path lab = beside->path() / "lab" / name;
  if (auto kept = read_manifest(lab).and_then(hand_out); !kept) return tl::unexpected(kept.error());
  NewLab made{.lab = root / "labs" / name, .solution = root / "solutions" / name};
  if (auto moved = move_to(beside->path() / "solution" / name, made.solution); !moved)
    return tl::unexpected(moved.error());
  if (auto moved = move_to(lab, made.lab); !moved) {
    std::error_code ignored;
    fs::remove_all(made.solution, ignored);
    return tl::unexpected(moved.error());
  }
  return made;
}

}  // namespace lockstep::cli
