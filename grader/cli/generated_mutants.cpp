#include "cli/generated_mutants.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <set>
#include <utility>

#include "build/submitted.h"
#include "manifest/folder.h"
#include "text/lines.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

/// Appends the mutants of those files of a base that `owner` has.
Result<void> add_mutants(const Manifest& manifest, const std::string& base, const std::vector<fs::path>& dirs,
                         std::vector<GeneratedSubject>& subjects) {
  const auto files = build::submitted_files(manifest, {.dirs = dirs});
  if (!files) return tl::unexpected(files.error());
  for (const auto& [file, text] : *files) {
    if (!manifest::is_file(dirs.front() / file)) continue;
    const std::string named = base == "solution" ? file : fmt::format("variants/{}/{}", base, file);
    for (auto& mutant : mutation::mutants_of(named, text)) {
      subjects.push_back({.mutant = std::move(mutant), .base = base, .file = file, .base_text = text, .dirs = dirs});
    }
  }
  return {};
}

/// The number of the line that an entry with `below` means; 0 when there is none.
int line_below(const EquivalentMutant& entry, const std::string& text) {
  bool is_below = false;
  int number = 0;
  for (const std::string_view line : lines_of(text)) {
    ++number;
    const std::string plain = mutation::trimmed(line);
    if (is_below && plain == entry.line) return number;
    is_below = is_below || plain == entry.below;
  }
  return 0;
}

bool fits(const EquivalentMutant& entry, const GeneratedSubject& subject) {
  const mutation::GeneratedMutant& mutant = subject.mutant;
  const mutation::ChangedLine& change = mutant.main_change();
  if (mutant.made_by->name != entry.made_by || mutant.file != entry.file || change.before != entry.line) return false;
  if (!entry.becomes.empty() && change.after != entry.becomes) return false;
  return entry.below.empty() || change.line == line_below(entry, subject.base_text);
}

/// Anything but what a word chooses by itself.
bool is_operator(const std::string& word) { return mutation::find_operator(word) != nullptr; }

/// Takes `count` of the subjects; the same ones on every machine.
void sample(std::vector<GeneratedSubject>& subjects, std::size_t count, int seed) {
  std::mt19937_64 random(static_cast<std::uint64_t>(seed));
  std::set<std::size_t> taken;
  while (taken.size() < count) taken.insert(random() % subjects.size());
  std::vector<GeneratedSubject> chosen;
  chosen.reserve(count);
  for (const std::size_t index : taken) chosen.push_back(std::move(subjects[index]));
  subjects = std::move(chosen);
}

}  // namespace

Result<std::vector<GeneratedSubject>> generated_subjects(const fs::path& root, const Manifest& manifest) {
  const fs::path solution = root / "solutions" / manifest.name;
  std::vector<GeneratedSubject> subjects;
  if (auto added = add_mutants(manifest, "solution", {solution}, subjects); !added)
    return tl::unexpected(added.error());
  for (const fs::path& dir : manifest::entries_in(solution / "variants")) {
    if (!manifest::is_folder(dir)) continue;
    auto added = add_mutants(manifest, dir.filename(), {dir, solution}, subjects);
    if (!added) return tl::unexpected(added.error());
  }
  return subjects;
}

Result<std::map<std::string, std::string>> files_of(const Manifest& manifest, const GeneratedSubject& subject) {
  auto files = build::submitted_files(manifest, {.dirs = subject.dirs});
  if (files) (*files)[subject.file] = subject.mutant.text;
  return files;
}

Result<std::map<std::string, std::string>> reasons_of(const fs::path& file,
                                                      std::span<const EquivalentMutant> equivalents,
                                                      std::span<const GeneratedSubject> subjects) {
  std::map<std::string, std::string> reasons;
  std::vector<std::string> mistakes;
  for (const EquivalentMutant& entry : equivalents) {
    std::vector<std::string> names;
    for (const GeneratedSubject& subject : subjects) {
      if (fits(entry, subject)) names.push_back(subject.mutant.name);
    }
    const std::string place = fmt::format("{}:{}: ", file.string(), entry.at_line);
    if (names.empty()) {
      mistakes.push_back(fmt::format(
          "{}no mutant is made by {} of a line \"{}\" of {}{}{}; accepted: an operator, a file and a line as "
          "./lab verify --mutate prints them. Take the entry out when its line is gone.",
          place, entry.made_by, entry.line, entry.file,
          entry.becomes.empty() ? "" : fmt::format(" that becomes \"{}\"", entry.becomes),
          entry.below.empty() ? "" : fmt::format(" below \"{}\"", entry.below)));
    } else if (names.size() > 1) {
      mistakes.push_back(fmt::format("{}{} mutants fit: {}; accepted: one. Tell them apart with `becomes` or `below`.",
                                     place, names.size(), fmt::join(names, ", ")));
    } else if (!reasons.emplace(names.front(), entry.reason).second) {
      mistakes.push_back(fmt::format("{}{} is listed twice; accepted: once", place, names.front()));
    }
  }
  if (!mistakes.empty()) return input_error(fmt::format("{}", fmt::join(mistakes, "\n")));
  return reasons;
}

std::string as_file_name(std::string mutant) {
  std::replace(mutant.begin(), mutant.end(), '/', '+');
  return mutant;
}

bool is_known(const std::string& word, std::span<const GeneratedSubject> subjects) {
  return is_operator(word) || std::any_of(subjects.begin(), subjects.end(), [&](const GeneratedSubject& subject) {
           return subject.base == word || subject.mutant.name == word;
         });
}

std::vector<GeneratedSubject> chosen_of(const MutantChoice& choice, std::vector<GeneratedSubject> subjects) {
  std::set<std::string> bases;
  std::set<std::string> operators;
  std::set<std::string> names;
  for (const std::string& word : choice.only) {
    const bool is_name = word.find(':') != std::string::npos;
    (is_name ? names : is_operator(word) ? operators : bases).insert(word);
  }
  const bool names_alone = !names.empty() && bases.empty() && operators.empty();
  if (bases.empty()) bases.insert("solution");
  std::erase_if(subjects, [&](const GeneratedSubject& subject) {
    if (names.contains(subject.mutant.name)) return false;
    const bool is_made_by = operators.empty() || operators.contains(std::string(subject.mutant.made_by->name));
    return names_alone || !bases.contains(subject.base) || !is_made_by;
  });
  const auto count = static_cast<std::size_t>(choice.sample);
  if (count > 0 && count < subjects.size()) sample(subjects, count, choice.seed);
  return subjects;
}

}  // namespace lockstep::cli
