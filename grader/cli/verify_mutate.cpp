#include "cli/verify_mutate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/kept_result.h"
#include "cli/mutant_judge.h"
#include "cli/mutation_score.h"
#include "manifest/spelling.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

/// The mutants of one lab that are to be judged, with the reasons of those that are listed.
struct ChosenMutants {
  const Manifest* manifest = nullptr;
  std::vector<GeneratedSubject> subjects;
  std::map<std::string, std::string> reasons;  ///< by name
};

/// Judges, or remembers.
class Remembering {
 public:
  Remembering(const CommandContext& here, const Manifest& manifest)
      : here_(&here), manifest_(&manifest), judge_(here, manifest), lab_state_(state_of(here, manifest)) {}

  Result<EndBy> judge(const GeneratedSubject& subject, bool& is_kept) {
    const auto files = files_of(*manifest_, subject);
    if (!files) return tl::unexpected(files.error());
    const KeptResult kept = kept_result(subject.mutant.name, *files);
    EndBy end;
    if (const auto json = kept.read(); json && end_from(*json, end.end, end.by)) {
      is_kept = true;
      return end;
    }
    if (auto checked = check_base(subject, *files); !checked) return tl::unexpected(checked.error());
    auto judged = judge_.judge(subject);
    if (!judged) return judged;
    if (auto written = kept.write(to_json(judged->end, judged->by)); !written) return tl::unexpected(written.error());
    return judged;
  }

 private:
  [[nodiscard]] KeptResult kept_result(const std::string& name, const std::map<std::string, std::string>& files) const {
    std::string state = lab_state_;
    for (const auto& [file, text] : files) state += file + text;
    return {here_->kit.build_dir / "mutate" / manifest_->name / (as_file_name(name) + ".json"), state};
  }

  /// Once for each base, and remembered likewise.
  Result<void> check_base(const GeneratedSubject& subject, std::map<std::string, std::string> files) {
    if (!checked_.insert(subject.base).second) return {};
    files[subject.file] = subject.base_text;
    const KeptResult kept = kept_result(subject.base, files);
    EndBy end;
    if (const auto json = kept.read(); json && end_from(*json, end.end, end.by)) return {};
    if (auto checked = judge_.check_base(subject); !checked) return checked;
    return kept.write(to_json(MutantEnd::kSurvived, ""));
  }

  const CommandContext* here_;
  const Manifest* manifest_;
  MutantJudge judge_;
  std::string lab_state_;
  std::set<std::string> checked_;  ///< bases
};

void print(const JudgedMutant& judged, bool is_kept) {
  const bool counts = judged.end != MutantEnd::kNotCompiled && judged.end != MutantEnd::kEqual;
  fmt::print("  {} {:<44} {}{}{}{}\n",
             is_open(judged) ? "✗"
             : counts        ? "✓"
                             : "·",
             judged.mutant.name, name(judged.end), judged.by.empty() ? "" : ": ", judged.by,
             is_kept ? " (as found before)" : "");
  std::fflush(stdout);
}

Result<std::vector<JudgedMutant>> judge_all(const CommandContext& here, ChosenMutants& chosen) {
  Remembering judge(here, *chosen.manifest);
  std::vector<JudgedMutant> all;
  fmt::print("{}: {} mutants\n", chosen.manifest->name, chosen.subjects.size());
  for (GeneratedSubject& subject : chosen.subjects) {
    bool is_kept = false;
    auto end = judge.judge(subject, is_kept);
    if (!end) return tl::unexpected(end.error());
    const auto reason = chosen.reasons.find(subject.mutant.name);
    all.push_back({.mutant = std::move(subject.mutant),
                   .end = end->end,
                   .by = std::move(end->by),
                   .reason = reason == chosen.reasons.end() ? "" : reason->second});
    print(all.back(), is_kept);
  }
  return all;
}

std::vector<std::string> names_of_operators() {
  std::vector<std::string> names;
  for (const mutation::Operator& each : mutation::operators()) names.emplace_back(each.name);
  return names;
}

Result<std::vector<ChosenMutants>> chosen_mutants(const CommandContext& here, std::span<const Manifest> labs,
                                                  const MutantChoice& choice) {
  std::set<std::string> unknown(choice.only.begin(), choice.only.end());
  std::vector<ChosenMutants> all;
  for (const Manifest& manifest : labs) {
    auto subjects = generated_subjects(here.kit.root, manifest);
    if (!subjects) return tl::unexpected(subjects.error());
    std::erase_if(unknown, [&](const std::string& word) { return is_known(word, *subjects); });
    const fs::path solution = here.kit.root / "solutions" / manifest.name;
    const auto equivalents = read_equivalents(solution);
    if (!equivalents) return tl::unexpected(equivalents.error());
    auto reasons = reasons_of(solution / kEquivalentFile, *equivalents, *subjects);
    if (!reasons) return tl::unexpected(reasons.error());
    all.push_back(
        {.manifest = &manifest, .subjects = chosen_of(choice, std::move(*subjects)), .reasons = std::move(*reasons)});
  }
  if (unknown.empty()) return all;
  const std::vector<std::string> names = names_of_operators();
  return input_error(fmt::format(
      "--only: {}{} is no operator, no variant and no mutant made by rule; accepted: solution, a variant's name, a "
      "mutant's as ./lab verify --mutate prints it, or an operator: {}",
      fmt::join(unknown, ", "), manifest::suggestion(*unknown.begin(), names), fmt::join(names, ", ")));
}

}  // namespace

Result<bool> verify_mutate(const CommandContext& here, std::span<const Manifest> labs, const MutantChoice& choice) {
  auto chosen = chosen_mutants(here, labs, choice);
  if (!chosen) return tl::unexpected(chosen.error());
  bool all_closed = true;
  for (ChosenMutants& lab : *chosen) {
    const auto judged = judge_all(here, lab);
    if (!judged) return tl::unexpected(judged.error());
    fmt::print("\n{}\n{}\n", lab.manifest->name, text_of(*judged));
    all_closed = all_closed && std::none_of(judged->begin(), judged->end(), is_open);
  }
  return all_closed;
}

}  // namespace lockstep::cli
