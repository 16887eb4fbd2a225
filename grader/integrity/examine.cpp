#include "integrity/examine.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "build/build.h"
#include "build/kit_build.h"
#include "integrity/flavour_text.h"
#include "integrity/object.h"
#include "integrity/object_rules.h"
#include "integrity/taken_names.h"
#include "integrity/text_rules.h"
#include "integrity/uninstrumented.h"
#include "os/file.h"

namespace lockstep::integrity {
namespace {

namespace fs = std::filesystem;

/// Where the files of a lab that was built are. The staged copy lies beside the build folders (part build).
class Sources {
 public:
  Sources(const Manifest& manifest, const fs::path& built)
      : submit_(manifest.submit), staged_(built.parent_path() / build::kStaged) {}

  [[nodiscard]] const fs::path& staged() const { return staged_; }

  [[nodiscard]] bool is_learners(std::string_view path) const {
    return std::find(submit_.begin(), submit_.end(), relative(path)) != submit_.end();
  }

  /// A file of the lab, relative to it, by its own path or by that of its object.
  [[nodiscard]] std::string relative(std::string_view path) const {
    std::string file = fs::path(path).lexically_relative(staged_).string();
    if (!file.empty() && !file.starts_with("..")) return file;
    for (const std::string& submitted : submit_) {
      const std::string object = "/" + submitted;
      if (path.ends_with(object + ".o") || path.ends_with(object + ".cpp.o")) return submitted;
    }
    return {};
  }

 private:
  const std::vector<std::string>& submit_;
  fs::path staged_;
};

bool has_headers(const Manifest& manifest) {
  return std::any_of(manifest.submit.begin(), manifest.submit.end(),
                     [](const std::string& file) { return fs::path(file).extension() != ".cpp"; });
}

std::vector<fs::path> objects_below(const fs::path& dir) {
  std::vector<fs::path> objects;
  std::error_code failed;
  for (const auto& entry : fs::recursive_directory_iterator(dir, failed)) {
    if (entry.path().extension() == ".o") objects.push_back(entry.path());
  }
  return objects;
}

/// \param in  the folder of a target's objects
bool is_below(const fs::path& object, const fs::path& in) { return object.string().starts_with(in.string() + "/"); }

/// What several objects gave rise to, each once, with a line where one of them knew it.
class Found {
 public:
  void add(Suspicion suspicion) {
    const auto same = std::find_if(all_.begin(), all_.end(), [&](const Suspicion& other) {
      return other.symbol == suspicion.symbol && other.message == suspicion.message &&
             (other.file == suspicion.file || other.line == 0 || suspicion.line == 0);
    });
    if (same == all_.end()) {
      all_.push_back(std::move(suspicion));
    } else if (same->line == 0) {
      *same = std::move(suspicion);
    }
  }

  /// Unless the same was found in this file otherwise, where the reader sees why.
  void add_if_new(Suspicion suspicion) {
    const bool known = std::any_of(all_.begin(), all_.end(), [&](const Suspicion& other) {
      return other.severity == suspicion.severity && other.affects == suspicion.affects && other.file == suspicion.file;
    });
    if (!known) all_.push_back(std::move(suspicion));
  }

  [[nodiscard]] std::vector<Suspicion> sorted() && {
    std::sort(all_.begin(), all_.end());
    return std::move(all_);
  }

 private:
  std::vector<Suspicion> all_;
};

/// The words of the files of the lab that may include a header of the submission's.
Words words_of_lab(const Sources& sources) {
  Words words;
  std::error_code failed;
  for (const auto& entry : fs::recursive_directory_iterator(sources.staged(), failed)) {
    const fs::path extension = entry.path().extension();
    if (extension != ".cpp" && extension != ".h") continue;
    if (sources.is_learners(entry.path().string())) continue;
    words.merge(words_in(os::read_file(entry.path()).value_or("")));
  }
  return words;
}

void examine_text(const Manifest& manifest, const Sources& sources, Found& found) {
  const Words lab = has_headers(manifest) ? words_of_lab(sources) : Words{};
  for (const std::string& file : manifest.submit) {
    const auto text = os::read_file(sources.staged() / file);
    if (!text) continue;
    const bool header = fs::path(file).extension() != ".cpp";
    for (Suspicion& each : suspicions_in_text(file, *text, header ? lab : Words{})) found.add(std::move(each));
  }
}

/// The objects that the learner's files, or what includes their headers, were compiled into.
std::vector<fs::path> objects_with_learners_code(const Manifest& manifest, const build::Programs& programs) {
  if (!has_headers(manifest)) return objects_below(programs.dir / "CMakeFiles/submission.dir");
  std::vector<fs::path> objects = objects_below(programs.dir / "CMakeFiles");
  if (programs.hidden_dir.empty()) return objects;
  const auto hidden = objects_below(programs.hidden_dir / "CMakeFiles");
  objects.insert(objects.end(), hidden.begin(), hidden.end());
  return objects;
}

/// The objects of one flavour.
void examine_objects(const build::Kit& kit, const Manifest& manifest, build::Flavour flavour,
                     const build::Programs& programs, Found& found) {
  const Sources sources(manifest, programs.dir);
  const TakenNames taken(kit.build_dir / "kit" / build::folder_name(kit, flavour));
  const fs::path submission = programs.dir / "CMakeFiles/submission.dir";
  for (const fs::path& path : objects_with_learners_code(manifest, programs)) {
    const Origin origin{.is_learners = [&](std::string_view file) { return sources.is_learners(file); },
                        .learners = is_below(path, submission),
                        .instrumented = flavour != build::Flavour::kRelease && flavour != build::Flavour::kDebug,
                        .imports = manifest.imports};
    const auto object = read_object(path);
    if (!object) continue;
    for (Suspicion& each : suspicions_in(*object, origin, taken)) {
      each.file = sources.relative(each.file);
      found.add(std::move(each));
    }
  }
}

/// What the flavours for races do not show, of all that the flavour of the tests does to memory.
void compare_objects(const Manifest& manifest, const std::map<build::Flavour, build::Built>& built, Found& found) {
  const auto programs_of = [&](build::Flavour flavour) {
    const auto outcome = built.find(flavour);
    return outcome == built.end() ? nullptr : std::get_if<build::Programs>(&outcome->second);
  };
  const build::Programs* const plain = programs_of(build::Flavour::kRelease);
  if (plain == nullptr) return;
  const std::vector<fs::path> plain_objects = objects_with_learners_code(manifest, *plain);
  for (const build::Flavour flavour : {build::Flavour::kTsan, build::Flavour::kExplore}) {
    const build::Programs* const programs = programs_of(flavour);
    if (programs == nullptr) continue;
    const Sources sources(manifest, programs->dir);
    const IsLearners is_learners = [&](std::string_view file) { return sources.is_learners(file); };
    for (const fs::path& object : objects_with_learners_code(manifest, *programs)) {
      for (Suspicion& each : uninstrumented(object, plain_objects, is_learners)) {
        each.file = sources.relative(each.file);
        found.add(std::move(each));
      }
    }
  }
}

/// A flavour's text says only what hides from that flavour: macros of the system's headers differ between them.
void add_suspicions_after_macros(build::Flavour flavour, const std::vector<TextLine>& lines, Found& found) {
  const auto watched = watched_by(flavour);
  if (!watched) return;
  for (Suspicion& each : suspicions_after_macros(lines)) {
    if (each.affects == watched) found.add_if_new(std::move(each));
  }
}

/// What the flavours make of one text, after all macros. Of each of the learner's files there is what the preprocessor
/// wrote (grader/kit/lab_programs.cmake).
void compare_flavours(const Manifest& manifest, const std::map<build::Flavour, build::Built>& built, Found& found) {
  std::map<std::string, std::map<build::Flavour, std::vector<TextLine>>> files;
  for (const auto& [flavour, outcome] : built) {
    const auto* programs = std::get_if<build::Programs>(&outcome);
    if (programs == nullptr) continue;
    const Sources sources(manifest, programs->dir);
    const fs::path dir = programs->dir / build::kPreprocessed;
    for (const fs::path& path : objects_below(dir)) {
      const auto text = os::read_file(path);
      if (!text) continue;
      std::vector<TextLine> lines =
          learners_lines(*text, [&](std::string_view file) { return sources.is_learners(file); });
      for (TextLine& line : lines) line.file = sources.relative(line.file);
      files[path.lexically_relative(dir)][flavour] = std::move(lines);
    }
  }
  for (const auto& [file, flavours] : files) {
    for (Suspicion& each : differences(flavours)) found.add_if_new(std::move(each));
    for (const auto& [flavour, lines] : flavours) add_suspicions_after_macros(flavour, lines, found);
  }
}

}  // namespace

std::vector<Suspicion> examine(const build::Kit& kit, const Manifest& manifest,
                               const std::map<build::Flavour, build::Built>& built) {
  Found found;
  bool text_read = false;
  for (const auto& [flavour, outcome] : built) {
    const auto* programs = std::get_if<build::Programs>(&outcome);
    if (programs == nullptr) continue;
    if (!std::exchange(text_read, true)) examine_text(manifest, Sources(manifest, programs->dir), found);
    examine_objects(kit, manifest, flavour, *programs, found);
  }
  compare_objects(manifest, built, found);
  compare_flavours(manifest, built, found);
  return std::move(found).sorted();
}

}  // namespace lockstep::integrity
